import {printableText} from './printable.ts';

/*
 * The second check, at every way out: Ink's rows, plain output, JSON, the clipboard, files, what is read
 * aloud. Only text, and sequences that we emit ourselves, leave the program. What comes in was cleaned
 * before, so this finds nothing on a good day.
 */

/**
 * One JSON value on one line, without control characters or direction overrides in its strings or its keys.
 */
export function safeJson(value: unknown): string {
  const json = JSON.stringify(value);
  return SUSPECT_JSON.test(json) ? JSON.stringify(cleaned(JSON.parse(json))) : json;
}

function cleaned(part: unknown): unknown {
  if (typeof part === 'string') return printableText(part);
  if (Array.isArray(part)) return part.map(cleaned);
  if (typeof part !== 'object' || part === null) return part;
  return Object.fromEntries(Object.entries(part).map(([key, value]) => [printableText(key), cleaned(value)]));
}

/** Plain text of any number of lines. */
export function safeText(text: string): string {
  return SUSPECT_TEXT.test(text) ? printableText(text) : text;
}

/** Text with colours and hyperlinks: SGR without blinking and concealing, OSC 8 to http, https and mailto. */
export function safeAnsi(text: string): string {
  return text
    .split(SEQUENCES)
    .map((part, index) => (index % 2 === 0 ? safeText(part) : isHarmless(part) ? part : ''))
    .join('');
}

const SUSPECT_JSON =
  /[\x7f-\x9f\u202a-\u202e\u2066-\u2069]|\udb40[\udc00-\udc7f]|\\u00[01]|\\ud[89a-f]|\\[bfr]/;
const SUSPECT_TEXT = /[\0-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u{e0000}-\u{e007f}]|\p{Cs}/u;
const SEQUENCES = /(\x1b\[[\d:;]*m|\x1b\]8;[^;\x07\x1b]*;[^\x07\x1b]*(?:\x07|\x1b\\))/;

function isHarmless(sequence: string): boolean {
  if (sequence.startsWith('\x1b]'))
    return /^\x1b\]8;[^;]*;(?:https?:\/\/|mailto:|[\x07\x1b])/i.test(sequence);
  const parameters = sequence.slice(2, -1).split(/[:;]/).map(Number);
  for (let index = 0; index < parameters.length; index++) {
    const parameter = parameters[index] ?? 0;
    if ([38, 48, 58].includes(parameter)) index += parameters[index + 1] === 5 ? 2 : 4;
    else if ([5, 6, 8].includes(parameter)) return false;
  }
  return true;
}
