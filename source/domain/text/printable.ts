/*
 * Everything from outside passes here once, at the boundary: entities are decoded first, then the final
 * string is cleaned. What comes out holds no control character, no escape sequence and no lone surrogate.
 */

/**
 * Escape sequences whole, so that their payload does not stay behind as text: OSC/DCS/APC/PM/SOS strings,
 * then CSI, then two-byte ones. A payload ends at the next introducer at the latest, so no text is looked at
 * twice.
 */
const SEQUENCES =
  /(?:\x1b[\]PX^_]|[\x90\x98\x9d-\x9f])[^\x07\x1b\x90\x98\x9b-\x9f]{0,4096}(?:\x07|\x1b\\|\x9c)|(?:\x1b\[|\x9b)[0-?]{0,64}[ -/]{0,16}[@-~]|\x1b[ -/]{0,16}[0-~]/g;
const CONTROLS = /[\p{Cc}\p{Cs}\u2028\u2029\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu;
const BIDI = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;
const BIDI_EMBEDDING = /[\u202a-\u202e\u2066-\u2069]/gu;
/** Terminals paste a line's end as a carriage return; words on both sides of one are two. */
const LINE_ENDS = /[\r\u2028\u2029]/gu;

/*
 * Quick looks, which search for one unit each and so need no way back. Most lines are ASCII with single
 * spaces; most others have nothing in them that is taken out below: whole pairs of surrogates are harmless
 * but for the tags.
 */
const UNUSUAL = /[^ -~]|^ |  | $/;
const UNCLEAN =
  /[\0-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]|\udb40[\udc00-\udc7f]/;

/** White space that is not one space alone. */
const GAP = /\s\s+|[^\S ]/g;

/**
 * A one-line field (title, name, tag, message): white space collapsed, no direction controls, well-formed.
 */
export function printableLine(text: string): string {
  if (!UNUSUAL.test(text)) return text;
  const cleaned = UNCLEAN.test(text) ? clean(text.replace(LINE_ENDS, '\n')).replace(BIDI, '') : text;
  return cleaned.replace(GAP, ' ').trim();
}

/**
 * A text of several lines: line feed and tab stay. Embeddings, overrides and isolates go, since kept open
 * they would turn the rest of the row around; marks that only say which way a neutral character reads stay.
 */
export function printableText(text: string): string {
  return clean(text.replace(/\r\n?/g, '\n')).replace(BIDI_EMBEDDING, '');
}

function clean(text: string): string {
  return text
    .replace(SEQUENCES, '')
    .replace(CONTROLS, character => (character === '\n' || character === '\t' ? character : ''));
}
