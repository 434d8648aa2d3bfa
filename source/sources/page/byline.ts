import type {RawAuthor} from '../format/format.ts';

const LEAD =
  /^(?:written\s+by|words\s+by|posted\s+by|story\s+by|text\s+by|by|von|par|por|di|door|af|av)(?:[\s:]+|$)/iu;
/** Nobody's names are longer. */
const LONGEST = 2_000;
const ADDRESS = /\s*\(?https?:\/\/[^\s)]+\)?/giu;

/**
 * The people in a line like "By Ada Lovelace and Charles Babbage"; a line of its own is a person of its own.
 */
export function authorsInByline(byline: string): readonly RawAuthor[] {
  return byline
    .slice(0, LONGEST)
    .split(/[\r\n|•·]+/u)
    .flatMap(line => peopleIn(line.replaceAll(ADDRESS, '').replaceAll(/\s+/gu, ' ').trim().replace(LEAD, '')))
    .map(name => ({name}));
}

/** A comma parts two people only where both sides look like whole names: "Brenda Goodman, MA" is one. */
function peopleIn(line: string): readonly string[] {
  const byWord = line.split(/\s+(?:and|und|et|y|&)\s+/u);
  const byComma = byWord.flatMap(part => part.split(/\s*,\s*/u));
  const people = byComma.every(isWholeName) ? byComma : byWord.every(isWholeName) ? byWord : [line];
  return people.map(name => name.trim()).filter(Boolean);
}

function isWholeName(text: string): boolean {
  return /^\p{Lu}[^\s]*(?:\s+\S+){1,3}$/u.test(text.trim());
}
