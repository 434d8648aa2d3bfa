/*
 * Everything from outside passes here once, at the boundary: entities are decoded first, then the final string is
 * cleaned. What comes out holds no control character, no escape sequence and no lone surrogate.
 */

/** Escape sequences whole, so that their payload does not stay behind as text: OSC/DCS/APC/PM/SOS strings, then CSI, then two-byte ones. */
const SEQUENCES =
  /(?:\x1b[\]PX^_]|[\x9d\x90\x98\x9e\x9f])[^\x07\x1b\x9c]{0,4096}(?:\x07|\x1b\\|\x9c)|(?:\x1b\[|\x9b)[0-?]{0,64}[ -/]{0,16}[@-~]|\x1b[ -/]{0,16}[0-~]/g;
const CONTROLS = /[\p{Cc}\p{Cs}\u2028\u2029\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu;
const BIDI = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;
const BIDI_EMBEDDING = /[\u202a-\u202e\u2066-\u2069]/u;

/** A one-line field (title, name, tag, message): white space collapsed, no direction controls, well-formed. */
export function printableLine(text: string): string {
  return clean(text).replace(BIDI, '').replace(/\s+/gu, ' ').trim();
}

/** A text of several lines: line feed and tab stay; direction overrides are isolated on the line where they stand. */
export function printableText(text: string): string {
  const cleaned = clean(text.replace(/\r\n?/g, '\n'));
  return BIDI_EMBEDDING.test(cleaned) ? cleaned.split('\n').map(isolate).join('\n') : cleaned;
}

function clean(text: string): string {
  return text
    .replace(SEQUENCES, '')
    .replace(CONTROLS, character => (character === '\n' || character === '\t' ? character : ''));
}

/** Embeddings and overrides are dropped: kept open they would turn the rest of the row around. */
function isolate(line: string): string {
  return line.replace(/[\u202a-\u202e\u2066-\u2069]/gu, '');
}
