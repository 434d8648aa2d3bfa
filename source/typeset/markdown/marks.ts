/*
 * Between the rendering of inline Markdown and the text that is set, styles are written as marks in the text
 * itself: controls that no text from outside contains (it was cleaned), so nothing but our renderer can write
 * them.
 *
 *   OPEN kind payload END   begins a style      CLOSE kind   ends it
 */
export const OPEN = '\u0002';
export const CLOSE = '\u0003';
export const END = '\u0004';

/** The styles that a mark may stand for: one letter each. */
export type Kind =
  | 'strong'
  | 'emphasis'
  | 'deleted'
  | 'inserted'
  | 'code'
  | 'key'
  | 'mark'
  | 'quiet'
  | 'link'
  | 'note'
  | 'sup'
  | 'sub'
  | 'quotation'
  | 'hidden'
  | 'image'
  /** A formula; its source in TeX comes along, to be said. */
  | 'formula';

const LETTERS: Readonly<Record<Kind, string>> = {
  strong: 'b',
  emphasis: 'i',
  deleted: 'd',
  inserted: 'u',
  code: 'c',
  key: 'k',
  mark: 'm',
  quiet: 'q',
  link: 'l',
  note: 'n',
  sup: '^',
  sub: '_',
  quotation: 'Q',
  hidden: 'h',
  image: 'p',
  formula: 'f',
};

const KINDS = new Map(Object.entries(LETTERS).map(([kind, letter]) => [letter, kind as Kind]));

export function opening(kind: Kind, payload: string | number = ''): string {
  // An address may bring decoded controls along; none may end the mark.
  return `${OPEN}${LETTERS[kind]}${String(payload).replaceAll(/[\0-\x1f]/g, '')}${END}`;
}

export function closing(kind: Kind): string {
  return CLOSE + LETTERS[kind];
}

export function marked(kind: Kind, text: string, payload: string | number = ''): string {
  return opening(kind, payload) + text + closing(kind);
}

export type Mark = Readonly<{isOpening: boolean; kind: Kind; payload: string; from: number; to: number}>;

const MARK = /\u0002(.)([^\u0004]*)\u0004|\u0003(.)/gsu;

/** The marks of a text in their order. */
export function* marksIn(text: string): Generator<Mark> {
  for (const match of text.matchAll(MARK)) {
    const kind = KINDS.get(match[1] ?? match[3] ?? '');
    if (kind)
      yield {
        isOpening: match[1] !== undefined,
        kind,
        payload: match[2] ?? '',
        from: match.index,
        to: match.index + match[0].length,
      };
  }
}

/** A text without its marks. */
export function unmarked(text: string): string {
  return text.replaceAll(MARK, '');
}

/** The words between a mark and its end, where they are few. */
export function wordsWithin(text: string, {kind, to}: Mark): string {
  const part = text.slice(to, to + LONGEST_RAISED);
  const end = part.indexOf(closing(kind));
  return end === -1 ? '' : unmarked(part.slice(0, end)).trim();
}

const LONGEST_RAISED = 200;
