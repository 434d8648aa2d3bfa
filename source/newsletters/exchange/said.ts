import {printableLine} from '../../domain/text/printable.ts';
import {decodeReferences} from '../../domain/article/references.ts';
import {parseJson} from '../../domain/text/parse-json.ts';

const LONGEST = 200;

/**
 * An answer's own words without markup, on one line, cut to what fits a sentence; empty when there are none.
 */
export function plainWords(text: string): string {
  const words = printableLine(decodeReferences(text.slice(0, 4000).replace(/<[^>]*>/g, ' '), 2));
  return words.length <= LONGEST
    ? words
    : `${words
        .slice(0, LONGEST)
        .replace(/\s+\S*$/u, '')
        .toWellFormed()}…`;
}

export type JsonObject = Readonly<Record<string, unknown>>;

/** The object that a text is, or undefined. */
export function jsonObject(text: string): JsonObject | undefined {
  try {
    return objectIn(parseJson(text.trim()));
  } catch {
    return undefined;
  }
}

export function objectIn(value: unknown): JsonObject | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as JsonObject)
    : undefined;
}

/** Fields in which services put their words, the most telling first. */
const KEYS = [
  'message',
  'msg',
  'messages',
  'error_description',
  'detail',
  'details',
  'error',
  'errors',
  'reason',
  'description',
  'title',
  'data',
];

/** The sentence in a JSON answer, wherever in it the service put one; undefined when it has none. */
export function saidIn(value: unknown, depth = 0): string | undefined {
  if (typeof value === 'string') return plainWords(value) || undefined;
  if (depth > 4) return undefined;
  if (Array.isArray(value)) return joined(value.slice(0, 3).map(one => saidIn(one, depth + 1)));
  const object = objectIn(value);
  if (!object) return undefined;
  for (const key of KEYS) {
    const said = key === 'errors' ? saidOfFields(object[key], depth + 1) : saidIn(object[key], depth + 1);
    if (said !== undefined) return said;
  }
  return undefined;
}

/** `{"email": ["is invalid"]}`: the field's name belongs to the sentence. */
function saidOfFields(value: unknown, depth: number): string | undefined {
  const object = objectIn(value);
  const direct = saidIn(value, depth);
  if (direct !== undefined || !object || depth > 4) return direct;
  return joined(
    Object.entries(object)
      .slice(0, 3)
      .map(([name, flaw]) => {
        if (name === 'fields') return saidOfFields(flaw, depth + 1);
        const said = saidIn(flaw, depth + 1);
        return said === undefined || /^\p{Lu}/u.test(said) ? said : plainWords(`${name} ${said}`);
      }),
  );
}

function joined(parts: readonly (string | undefined)[]): string | undefined {
  return parts.filter(part => part !== undefined).join(' ') || undefined;
}
