import {hiddenHost} from '../../domain/text/link-host.ts';
import type {Role} from '../../domain/theme/theme.ts';
import {spokenMathematics} from '../math/spoken-mathematics.ts';
import {ours, TEXT} from '../text/look.ts';
import type {Link, Look} from '../text/look.ts';
import type {Flow, Run} from '../text/flow.ts';
import {subscript, superscript} from '../text/small-letters.ts';
import type {Context} from './context.ts';
import {closing, marksIn, wordsWithin} from './marks.ts';
import {noteSign, raisedWords, signsOf} from './signs.ts';
import type {Kind, Mark} from './marks.ts';

/** A flow and the links in it, in reading order. */
export type Inline = Readonly<{flow: Flow; links: readonly (readonly [link: Link, text: string])[]}>;

/** Text with marks as a flow: white space collapsed, styles as runs, links with their numbers behind them. */
export function flowFrom(text: string, context: Context, at: number, roles: readonly Role[] = []): Inline {
  const writer = new Writer(context, at, roles);
  let position = 0;
  for (const mark of marksIn(text)) {
    writer.write(text.slice(position, mark.from));
    if (mark.isOpening) {
      // A hidden element that never ends would hide the rest; it is a word that looks like a tag.
      if (mark.kind === 'sup' || mark.kind === 'sub') writer.raise(mark, wordsWithin(text, mark));
      else if (mark.kind !== 'hidden' || text.includes(closing('hidden'), mark.to)) writer.open(mark);
      else writer.write(mark.payload);
    } else writer.close(mark.kind);
    position = mark.to;
  }
  writer.write(text.slice(position));
  return writer.end();
}

/** Styles within styles; what is opened deeper changes nothing. */
const DEEPEST = 20;

/**
 * `words` are what was written since: cut out of the text for every link, they would keep as many copies of
 * it.
 */
type Open = {
  kind: Kind;
  link: Link | undefined;
  start: number;
  words: string;
  isSilent: boolean;
  end?: string;
};

const ROLES: Readonly<Partial<Record<Kind, Role>>> = {
  strong: 'strong',
  emphasis: 'emphasis',
  deleted: 'deleted',
  inserted: 'inserted',
  code: 'code',
  key: 'key',
  mark: 'mark',
  quiet: 'quiet',
  image: 'quiet',
  link: 'link',
  note: 'accent',
};

class Writer {
  readonly #context: Context;
  readonly #at: number;
  readonly #roles: readonly Role[];
  readonly #runs: Run[] = [];
  readonly #links: (readonly [Link, string])[] = [];
  readonly #open: Open[] = [];
  #text = '';
  /** The last unit of the text. To look at the end of a text that grows costs a copy of it. */
  #last = '';
  #pendingNumber: number | undefined;
  #isPendingApart = false;
  #pendingHost: string | undefined;
  #look: Look;

  constructor(context: Context, at: number, roles: readonly Role[]) {
    this.#context = context;
    this.#at = at;
    this.#roles = roles;
    this.#look = roles.length === 0 ? TEXT : {roles};
  }

  write(raw: string): void {
    if (raw === '' || this.#open.some(({isSilent}) => isSilent)) return;
    let part = /[\t\n]| {2}/.test(raw)
      ? raw.replaceAll(/(?<![ \t])[ \t]*\n[ \t]*/g, '\n').replaceAll(/[ \t]{2,}|\t/g, ' ')
      : raw;
    if (this.#last === '' || this.#last === '\n' || (this.#last === ' ' && part.startsWith(' ')))
      part = part.replace(/^[ \n]+/, '');
    else if (part.startsWith('\n') && this.#last === ' ') this.#dropSpace();
    if (part === '') return;
    // The number of a link stands behind the word that the link is a part of.
    const rest = this.#pendingNumber === undefined ? '' : (/^[\p{L}\p{N}\p{M}]+/u.exec(part)?.[0] ?? '');
    if (rest !== '') this.#append(rest, this.#look);
    this.#writeNumber();
    if (rest !== part) this.#append(part.slice(rest.length), this.#look);
  }

  open({kind, payload}: Mark): void {
    if (this.#open.length >= DEEPEST) return;
    if (kind === 'note') this.#writeNumber();
    // A link or picture in a link leads where the outer one leads, so it takes no number.
    const isInner = this.#open.some(open => open.link !== undefined);
    const link =
      (kind === 'link' || kind === 'image') && !isInner
        ? this.#context.link(payload)
        : kind === 'note'
          ? this.#context.note(Number(payload))
          : undefined;
    const signs = signsOf(kind, this.#context, this.#open);
    if (signs) this.#append(signs[0], kind === 'quotation' ? this.#look : ours(...rolesOf(kind)));
    // Read out, a formula is its words; how it would be set is not said.
    const isSaid = kind === 'formula' && this.#context.isSpoken;
    if (isSaid) this.#append(spokenMathematics(payload), this.#look);
    const begun = {kind, link, start: this.#text.length, words: '', isSilent: isSaid || kind === 'hidden'};
    this.#open.push({...begun, ...(signs && {end: signs[1]})});
    this.#restyle();
    if (kind === 'note') this.#append(noteSign(link?.number, this.#context, this.#last), this.#look);
    else if (this.#context.isSpoken && link?.number !== undefined)
      this.#append(`${kind === 'image' ? 'picture, ' : ''}link ${link.number}, `, ours());
  }

  /**
   * Raised or lowered words: in Unicode's letters, else with a sign where they would melt into what is before
   * them.
   */
  raise(mark: Mark, words: string): void {
    const letters = mark.kind === 'sup' ? superscript(words) : subscript(words);
    const isApart =
      (letters !== undefined && !this.#context.isAscii) || !/[\p{L}\p{N})\]]$/u.test(this.#last);
    this.open(mark);
    if (isApart || !/^[^[].*[\p{L}\p{N}]|^[\p{L}\p{N}]/u.test(words)) return;
    const isBare = /^[+\u2212-]?[\p{L}\p{N}.,'’]+$|^\([^()]*\)$/u.test(words);
    if (this.#context.isSpoken) {
      const {text, isWhole} = raisedWords(mark.kind === 'sup', words);
      for (const opened of this.#open.slice(-1)) opened.isSilent = isWhole;
      this.#append(text, ours());
      return;
    }
    this.#append(`${mark.kind === 'sup' ? '^' : '_'}${isBare ? '' : '('}`, ours());
    const opened = this.#open.at(-1);
    if (opened && !isBare) opened.end = ')';
  }

  /**
   * Ends a style, and those that were opened within it and never closed; a closing mark without its opening
   * is nothing.
   */
  close(kind: Kind): void {
    const index = this.#open.findLastIndex(open => open.kind === kind);
    if (index === -1) return;
    for (const open of this.#open.splice(index).reverse()) this.#ended(open);
    this.#restyle();
  }

  end(): Inline {
    for (const open of this.#open.splice(0).reverse()) this.#ended(open);
    this.#restyle();
    if (this.#last === ' ' || this.#last === '\n') this.#trim();
    this.#writeNumber();
    return {flow: {text: this.#text, runs: this.#runs.slice(), at: this.#at}, links: this.#links};
  }

  #ended({kind, link, start, words: written, end}: Open): void {
    if (end !== undefined) {
      this.#restyle();
      this.#append(end, kind === 'quotation' ? this.#look : ours(...rolesOf(kind)));
    } else if (kind === 'sup' || kind === 'sub') this.#raise(kind, start, written);
    const isInner = this.#open.some(open => open.link !== undefined);
    if (!link || isInner || this.#text.length === start) return;
    const words = written.trim();
    this.#links.push([link, words]);
    if (kind !== 'note' && link.number !== undefined) this.#pendingNumber = link.number;
    this.#isPendingApart = /(?:^|\s)(?:[a-z][a-z\d+.-]{1,20}:\/\/|www\.)\S+$/i.test(words.slice(-2000));
    const before = (): string => this.#text.slice(Math.max(0, start - 100), start); // Costs all of it.
    if (link.target.kind === 'url') this.#pendingHost = hiddenHost(words, link.target.url, before());
  }

  #writeNumber(): void {
    const number = this.#pendingNumber;
    if (number === undefined) return;
    this.#pendingNumber = undefined;
    if (this.#context.isSpoken) return this.#writeHost();
    const sign = this.#context.isAscii ? `[${number}]` : (superscript(String(number)) ?? '');
    // Terminals take an address up to the next blank.
    this.#append(this.#isPendingApart ? `\u00a0${sign}` : sign, ours('quiet'));
    this.#writeHost();
  }

  #writeHost(): void {
    const host = this.#pendingHost;
    this.#pendingHost = undefined;
    // The host, if the words of the link name another one.
    if (host !== undefined) this.#append(` (${host})`, ours('warning'));
  }

  #append(part: string, look: Look): void {
    const last = this.#runs.at(-1);
    const from = this.#text.length;
    this.#text += part;
    this.#last = part.at(-1) ?? this.#last;
    for (const open of this.#open) open.words += part;
    if (last && last.look === look) this.#runs[this.#runs.length - 1] = {...last, to: this.#text.length};
    else this.#runs.push({from, to: this.#text.length, look});
  }

  #raise(kind: 'sup' | 'sub', start: number, words: string): void {
    const letters = kind === 'sup' ? superscript(words) : subscript(words);
    if (words === '' || letters === undefined || this.#context.isAscii) return;
    // One unit for one unit: the runs stay where they are.
    if (letters.length !== words.length) return;
    this.#text = this.#text.slice(0, start) + letters;
    this.#last = letters.at(-1) ?? '';
    for (const open of this.#open) open.words = open.words.slice(0, start - open.start) + letters;
  }

  #dropSpace(): void {
    this.#cutTo(this.#text.length - 1);
  }

  #trim(): void {
    this.#cutTo(this.#text.trimEnd().length);
  }

  #cutTo(length: number): void {
    this.#text = this.#text.slice(0, length);
    this.#last = this.#text.at(-1) ?? '';
    for (const open of this.#open) open.words = open.words.slice(0, Math.max(0, length - open.start));
    while ((this.#runs.at(-1)?.from ?? -1) >= length) this.#runs.pop();
    const last = this.#runs.at(-1);
    if (last) this.#runs[this.#runs.length - 1] = {...last, to: Math.min(last.to, length)};
  }

  #restyle(): void {
    const roles = [
      ...this.#roles,
      ...this.#open.flatMap(({kind, link}) => (kind === 'link' && !link ? [] : (ROLES[kind] ?? []))),
    ];
    const link = this.#open.find(open => open.link !== undefined)?.link;
    this.#look = roles.length === 0 && !link ? TEXT : {roles, ...(link && {link})};
  }
}

function rolesOf(kind: Kind): readonly Role[] {
  const role = ROLES[kind];
  return role ? [role] : [];
}
