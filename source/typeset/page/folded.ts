import type {Run} from '../text/flow.ts';

/** A text as it is searched: small letters without diacritics, compatibility forms resolved, white space single. */
export type Folded = Readonly<{
  text: string;
  /** For each unit of the folded text, and its end, where it stood. */
  places: readonly number[];
}>;

export function folded(text: string, runs: readonly Run[] = []): Folded {
  const ours = runs.filter(({look}) => look.isOurs);
  let result = '';
  const places: number[] = [];
  let position = 0;
  for (const character of text) {
    const isOurs = ours.some(({from, to}) => position >= from && position < to);
    const plain = isOurs ? '' : foldedCharacter(character);
    const kept = plain === ' ' && result.endsWith(' ') ? '' : plain;
    for (let unit = 0; unit < kept.length; unit++) places.push(position);
    result += kept;
    position += character.length;
  }
  places.push(position);
  return {text: result, places};
}

const known = new Map<string, string>();

function foldedCharacter(character: string): string {
  if (character >= '!' && character <= '~') return character.toLowerCase();
  const found =
    known.get(character) ??
    character
      .normalize('NFKD')
      .replaceAll(/[\p{M}\p{Cf}\u00ad]/gu, '')
      .toLowerCase()
      .replaceAll(/\s/gu, ' ')
      .replaceAll(/[‘’]/gu, "'")
      .replaceAll(/[“”]/gu, '"');
  if (known.size < 10_000) known.set(character, found);
  return found;
}
