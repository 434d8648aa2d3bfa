import {QuerySyntaxError} from './query.ts';

export type QueryToken = Readonly<{
  kind: 'open' | 'close' | 'not' | 'or' | 'text' | 'field' | 'pattern';
  /** The word, the phrase without its quotes, or the field's value. */
  text: string;
  isQuoted: boolean;
  /** `pattern`: the letters behind its closing slash. */
  flags?: string;
  /** `field` and `pattern`: its name, in lower case. */
  field?: string;
  offset: number;
  length: number;
}>;

/** Nobody types more; a longer one is an accident, or somebody trying. */
export const LONGEST_QUERY = 2000;

/**
 * A field with a pattern (`name:/…/i`), a field (`name:` with a value at once behind it), a phrase up to its
 * closing quote or the end, or a plain word.
 */
const PIECE =
  /(?<open>\()|(?<close>\))|(?<not>-)(?=[^\s)-])|(?<of>\p{L}+):\/(?<pattern>(?:\\.|[^\\/])+)\/(?<flags>\p{L}*)(?=[\s)]|$)|(?:(?<field>\p{L}+):(?!\/\/|:)(?=[^\s)]))?(?:["“”](?<phrase>[^"“”]*)(?:["“”]|$)|(?<word>[^\s()"“”]+))/gu;

export function tokenizeQuery(text: string): readonly QueryToken[] {
  if (text.length > LONGEST_QUERY) {
    throw new QuerySyntaxError({
      message: `A query has at most ${LONGEST_QUERY} characters.`,
      offset: LONGEST_QUERY,
      length: text.length - LONGEST_QUERY,
    });
  }
  return Array.from(text.matchAll(PIECE), ({0: piece, index: offset, groups = {}}) => {
    const {open, close, not, of, pattern, flags = '', field, phrase, word} = groups;
    const place = {offset, length: piece.length};
    if (open) return {kind: 'open', text: piece, isQuoted: false, ...place};
    if (close) return {kind: 'close', text: piece, isQuoted: false, ...place};
    if (not) return {kind: 'not', text: piece, isQuoted: false, ...place};
    if (of !== undefined && pattern !== undefined)
      return {kind: 'pattern', text: pattern, isQuoted: false, field: of.toLowerCase(), flags, ...place};
    const isQuoted = phrase !== undefined;
    const value = phrase ?? word ?? '';
    if (field) return {kind: 'field', text: value, isQuoted, field: field.toLowerCase(), ...place};
    return {kind: !isQuoted && value.toLowerCase() === 'or' ? 'or' : 'text', text: value, isQuoted, ...place};
  });
}
