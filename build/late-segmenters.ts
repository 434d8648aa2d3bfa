import {ONE_CELL} from '../source/screen/frame/cells.ts';

/*
 * Creating a Segmenter and compiling the emoji expression costs 18 ms at start; most text needs neither.
 */

/** Texts of characters that are one grapheme each, one cell or none: for them no Segmenter is needed. */
const PLAIN = String.raw`/^[\x00-\x0c\x0e-\x1f${ONE_CELL}]*$/`;

/**
 * A character that each emoji has: a picture, half of a flag, or the frame of a keycap. The expression of all
 * emoji takes 25 to 70 ms to compile, most of it for those that are joined. They have two pictures, which
 * string-width asks next; what else has several characters is asked by its kind.
 */
const MAY_BE_EMOJI = String.raw`/[\xa9\xae\u203c\u2049\u20e3\u2122\u2139\u2194-\u21aa\u231a-\u27bf\u2934-\u2b55\u3030\u303d\u3297\u3299\ud83c-\ud83e]/`;

/** string-width, which counts the characters of a text that has but one cell for each. */
export function plainWidths(source: string, path: string): string {
  const asShipped = 'if (/^[\\u0020-\\u007E]*$/.test(string)) {';
  if (!source.includes(asShipped)) throw new Error(`${path} has changed: it knows no plain text`);
  const ours = `if (!(ambiguousIsNarrow ? /[^${ONE_CELL}]/ : /[^\\x20-\\x7e]/).test(string)) {`;
  return lateSegmenters(
    source.replace(asShipped, () => ours),
    path,
  );
}

/** cli-truncate makes a Segmenter for each text that it cuts; this gives it one, made when it is needed. */
export function oneSegmenter(source: string, path: string): string {
  const asShipped = 'new Intl.Segmenter().';
  if (!source.includes(asShipped)) throw new Error(`${path} has changed: it makes no Segmenter`);
  const line = 'const truncateSegmenter = new Intl.Segmenter();\n';
  return lateSegmenters(`${line}${source.replace(asShipped, 'truncateSegmenter.')}`, path);
}

/**
 * The source of a module with its Segmenters and its emoji expression made when the first text needs them.
 */
export function lateSegmenters(source: string, path: string): string {
  const changed = source
    .replaceAll(
      /^const (\w+) = (new Intl\.Segmenter\([^)]*\));/gm,
      `let $1Made; const $1 = {segment(text) {
        if (${PLAIN}.test(text)) {
          const all = Array.from(text, (segment, index) => ({segment, index, input: text}));
          all.containing = index => all[index ?? 0];
          return all;
        }
        return ($1Made ??= $2).segment(text);
      }};`,
    )
    .replace(
      /^const rgiEmojiRegex = .*;/m,
      `const rgiEmojiRegex = {test: text => {
        if (!${MAY_BE_EMOJI}.test(text)) return false;
        const [first, second, third] = text;
        if (second === undefined) return /^(?![\\u{1f1e6}-\\u{1f1ff}])\\p{Emoji_Presentation}$/u.test(text);
        if (second === '\\ufe0f' && third === undefined)
          return /^(?![\\d#*])(?=\\p{Emoji})\\P{Emoji_Presentation}$/u.test(first);
        if (text.includes('\\u200d')) return false;
        if (/^[\\u{1f1e6}-\\u{1f1ff}]/u.test(text)) return /^\\p{RGI_Emoji_Flag_Sequence}$/v.test(text);
        return /^(?:\\p{RGI_Emoji_Modifier_Sequence}|\\p{RGI_Emoji_Tag_Sequence}|\\p{Emoji_Keycap_Sequence})$/v.test(text);
      }};`,
    );
  if (changed === source) throw new Error(`${path} has changed: it makes no Segmenter at its start any more`);
  return changed;
}
