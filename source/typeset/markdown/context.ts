import type {Link} from '../text/look.ts';
import type {Notes} from './plain-words.ts';

/** Signs that a page may have for what it adds. */
export type Drawing = Readonly<{
  /** Only ASCII: links are numbered in brackets then, so notes have to look otherwise. */
  isAscii: boolean;
  /** Nothing can be struck out or coloured: what is deleted or inserted takes signs. */
  isColourless: boolean;
  /** Read out: signs are words. */
  isSpoken: boolean;
}>;

/** State that the parts of one article share while they are read: numbers of links and notes. */
export type Context = Notes &
  Drawing &
  Readonly<{
    /** The base of relative addresses. */
    base: string | undefined;
    /** A link where it stands, numbered by its address; undefined for what can't be opened. */
    link(href: string): Link | undefined;
    /** A reference to a footnote, which is numbered among the links: a number on a page means one thing. */
    note(ordinal: number): Link & {number: number};
    /** The last number that was given. */
    last(): number;
  }>;

/** Numbers links by their address, and footnotes, in the order in which they are read. */
export function createContext(
  given: Omit<Context, 'link' | 'note' | 'last'>,
  linkAddress: (href: string) => string | undefined,
): Context {
  const numbers = new Map<string | number, number>();
  const numberOf = (key: string | number): number => {
    const number = numbers.get(key) ?? numbers.size + 1;
    numbers.set(key, number);
    return number;
  };
  return {
    ...given,
    link(href) {
      if (/^#./.test(href)) return {target: {kind: 'anchor', slug: safeDecode(href.slice(1))}};
      const url = linkAddress(href);
      if (url === undefined) return undefined;
      return {target: {kind: 'url', url}, number: numberOf(url)};
    },
    note: ordinal => ({target: {kind: 'note', number: ordinal}, number: numberOf(ordinal)}),
    last: () => numbers.size,
  };
}

function safeDecode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
