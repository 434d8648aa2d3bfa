/** A document in its two parts, before anything of the first is understood. */
export type Split = Readonly<{
  /** `code` is never read, let alone run. */
  syntax: 'yaml' | 'toml' | 'json' | 'code' | 'none';
  /** The text between the marks, or the JSON object itself. */
  block: string;
  body: string;
  /** The closing mark is missing; the block ends where its lines no longer look like fields. */
  isUnclosed?: true;
}>;

const OPENING = /^(-{3,}|\+{3,}|;{3,})([a-z]{0,20})[ \t]*\n/iu;
/** More than a head can be long: what is found no sooner closes something else. */
const LONGEST = 200_000;

/**
 * The head of a document as Jekyll, Hugo and their like write it: at its very start, past a byte order mark
 * and blank lines.
 */
export function splitFrontMatter(document: string): Split {
  const text = document.replace(/^\ufeff?(?:[ \t]*\r?\n){0,20}/u, '').replaceAll(/\r\n?/gu, '\n');
  const none: Split = {syntax: 'none', block: '', body: document.replace(/^\ufeff/u, '')};
  if (text.startsWith('{')) return splitJson(text) ?? none;
  const [opening, mark = '', named = ''] = OPENING.exec(text) ?? [];
  if (opening === undefined) return none;
  const rest = text.slice(opening.length);
  const syntax = syntaxOf(mark, named.toLowerCase(), rest);
  const end = closingOf(mark).exec(rest.slice(0, LONGEST));
  if (end) return {syntax, block: rest.slice(0, end.index), body: rest.slice(end.index + end[0].length)};
  const length = lengthOfFields(rest);
  return length === 0 || syntax === 'code'
    ? none
    : {syntax, block: rest.slice(0, length), body: rest.slice(length), isUnclosed: true};
}

function syntaxOf(mark: string, named: string, rest: string): Split['syntax'] {
  if (mark.startsWith('+')) return 'toml';
  if (mark.startsWith(';')) return 'json';
  if (named === '' || /^ya?ml$/u.test(named))
    return /^\s*\{/u.test(rest) && /^\s*\{\s*["}]/u.test(rest) ? 'json' : 'yaml';
  return named === 'toml' ? 'toml' : /^json5?$/u.test(named) ? 'json' : 'code';
}

function closingOf(mark: string): RegExp {
  if (mark.startsWith('+')) return /^\+{3,}[ \t]*(?:\n|$)/mu;
  return mark.startsWith(';') ? /^;{3,}[ \t]*(?:\n|$)/mu : /^(?:-{3,}|\.\.\.)[ \t]*(?:\n|$)/mu;
}

/** Lines from the start that can only be fields. */
function lengthOfFields(text: string): number {
  return (
    /^(?:[A-Za-z_][\w-]{0,60}[ \t]*[:=](?:[ \t][^\n]*)?(?:\n|$)|[ \t]+\S[^\n]*(?:\n|$)|- [^\n]*(?:\n|$))+/u.exec(
      text.slice(0, LONGEST),
    )?.[0].length ?? 0
  );
}

/** A JSON object before the text, as Hugo allows it. Braces inside of strings don't count. */
function splitJson(text: string): Split | undefined {
  if (!/^\{\s*"/u.test(text)) return undefined;
  let depth = 0;
  let isInString = false;
  const end = Math.min(text.length, LONGEST);
  for (let index = 0; index < end; index++) {
    const sign = text[index];
    if (isInString) {
      if (sign === '\\') index++;
      else if (sign === '"') isInString = false;
    } else if (sign === '"') isInString = true;
    else if (sign === '{') depth++;
    else if (sign === '}' && --depth === 0) {
      const body = text.slice(index + 1);
      return /^[ \t]*(?:\n|$)/u.test(body)
        ? {syntax: 'json', block: text.slice(0, index + 1), body: body.replace(/^[ \t]*\n/u, '')}
        : undefined;
    }
  }
  return undefined;
}
