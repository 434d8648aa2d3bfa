import type {Run} from '../text/flow.ts';

/**
 * A text as it is searched: small letters without diacritics, compatibility forms resolved, white space
 * single.
 */
export type Folded = Readonly<{
  text: string;
  /** For each unit of the folded text, and its end, where it stood. */
  places: readonly number[];
}>;

export function folded(text: string, runs: readonly Run[] = []): Folded {
  const parts: string[] = [];
  const places: number[] = [];
  let position = 0;
  let run = 0;
  let isAfterSpace = false;
  for (const character of text) {
    while (run < runs.length && (runs[run]?.to ?? 0) <= position) run++;
    const plain = runs[run]?.look.isOurs ? '' : foldedCharacter(character);
    if (plain !== '' && !(plain === ' ' && isAfterSpace)) {
      for (let unit = 0; unit < plain.length; unit++) places.push(position);
      parts.push(plain);
      isAfterSpace = plain === ' ';
    }
    position += character.length;
  }
  places.push(position);
  return {text: parts.join(''), places};
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
