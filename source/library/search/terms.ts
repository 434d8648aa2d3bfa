/*
 * Terms of the full-text index and of its queries. Words are split, folded and freed of diacritics by SQLite
 * (unicode61). Writing without spaces between words is given to it as overlapping pairs, "日本語" as "日本 本語 語",
 * so that two characters are found anywhere, and longer ones as a phrase of pairs.
 */

/** Scripts that set no spaces between words, and Hangul, whose words carry endings. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\u30fc]+/gu;

/** Runs of those, and words as unicode61 sees them. */
const PIECES = new RegExp(
  `(?<run>${UNSPACED.source})|(?:(?!${UNSPACED.source})[\\p{L}\\p{N}\\p{Co}]\\p{Mn}*)+`,
  'gu',
);

/**
 * Quick looks spare a text the search for scripts: one for anything but single bytes, and one for runs of
 * units in which alone such scripts can be.
 */
const WIDE = /[^\u0000-\u00ff]/;
const MAY_BE_UNSPACED =
  /[\u0e00-\u0eff\u1000-\u11ff\u1780-\u17ff\u19e0-\u19ff\u2e80-\ud83c\ud83f-\udbff\uf900-\uffff]/;
const RUNS = /[\u0e00-\u0eff\u1000-\u11ff\u1780-\u17ff\u19e0-\u19ff\u2e80-\uffff]+/g;

/** The text as the index is to see it. */
export function toTerms(text: string): string {
  if (!WIDE.test(text)) return text;
  const normal = text.normalize('NFKC');
  return MAY_BE_UNSPACED.test(normal)
    ? normal.replace(RUNS, units => units.replace(UNSPACED, run => ` ${pairs(run).join(' ')} `))
    : normal;
}

export type Exactness = 'word' | 'beginning' | 'phrase';

/**
 * An FTS5 expression for a word, for words that begin so (from three letters on), or for a phrase; undefined
 * when nothing of it can be searched: punctuation alone.
 */
export function toMatch(text: string, exactness: Exactness): string | undefined {
  const tokens = spelled(text);
  const last = tokens.at(-1);
  if (!last) return undefined;
  const isOpen = last.isSingle || (exactness === 'beginning' && !last.isPair && last.text.length > 2);
  return `"${tokens.map(token => token.text).join(' ')}"${isOpen ? ' *' : ''}`;
}

type Token = Readonly<{text: string; isPair?: boolean; isSingle?: boolean}>;

/**
 * A text's tokens as the index holds them. The last character of a run begins no pair of its own where the
 * text goes on, which at the end of what is searched for nobody knows.
 */
function spelled(text: string): readonly Token[] {
  const tokens: Token[] = [];
  const normal = text.normalize('NFKC');
  const pieces = normal.matchAll(PIECES);
  for (const {0: piece, index, groups} of pieces) {
    const split = groups?.['run'] === undefined ? undefined : pairs(piece);
    const isLast = !/[\p{L}\p{N}\p{Co}]/u.test(normal.slice(index + piece.length));
    if (!split) tokens.push({text: piece});
    else if (split.length === 1) tokens.push({text: piece, isSingle: isLast});
    else for (const pair of isLast ? split.slice(0, -1) : split) tokens.push({text: pair, isPair: true});
  }
  return tokens;
}

/** "日本語" → 日本, 本語, 語: every character begins one. */
function pairs(run: string): string[] {
  const characters = Array.from(run);
  return characters.map((character, index) => character + (characters[index + 1] ?? ''));
}
