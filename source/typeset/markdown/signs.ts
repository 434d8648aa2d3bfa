import type {Drawing} from './context.ts';
import type {Kind} from './marks.ts';

/** The sign of a footnote where it is referred to. */
export function noteSign(number: number | undefined, {isAscii, isSpoken}: Drawing, last: string): string {
  if (isSpoken) return `${/\s$/.test(last) || last === '' ? '' : ', '}footnote ${number}`;
  return `[${isAscii ? '^' : ''}${number}]`;
}

/** Signs or words at the two ends of a style, where it has some. `around`: the styles that are open. */
export function signsOf(
  kind: Kind,
  {isColourless, isSpoken}: Drawing,
  around: readonly Readonly<{kind: Kind}>[],
): readonly [string, string] | undefined {
  if (kind === 'quotation')
    return around.filter(open => open.kind === 'quotation').length % 2 === 0 ? ['“', '”'] : ['‘', '’'];
  if (isSpoken && kind === 'deleted') return ['deleted: ', ', end of deleted'];
  if (isSpoken && kind === 'inserted') return ['inserted: ', ', end of inserted'];
  if (!isColourless) return undefined;
  return kind === 'deleted' ? ['~~', '~~'] : kind === 'inserted' ? ['++', '++'] : undefined;
}

/** Powers that have a name of their own when they are said. */
const POWERS: Readonly<Record<string, string>> = {2: ' squared', 3: ' cubed'};

/** The words before what is raised or lowered; `isWhole`: they say it all. */
export function raisedWords(isPower: boolean, words: string): Readonly<{text: string; isWhole: boolean}> {
  const power = isPower ? POWERS[words] : undefined;
  if (power !== undefined) return {text: power, isWhole: true};
  // "1st", "Mme": a few letters are the end of their word.
  const text = /^\p{L}{1,3}$/u.test(words) ? '' : isPower ? ' to the ' : ' sub ';
  return {text, isWhole: false};
}
