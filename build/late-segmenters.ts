/*
 * Creating a Segmenter and compiling the emoji expression costs 18 ms at start; most text needs neither.
 */

/**
 * Characters that are one grapheme each, one cell or none, and never an emoji: for them no Segmenter is
 * needed.
 */
const PLAIN = String.raw`/^[\x00-\x0c\x0e-\x7e\xa0-\xac\xae-\u024f\u0400-\u0482\u048a-\u04ff\u2010-\u2027\u20ac\u2190-\u2193\u2500-\u25fc\u25ff\u2605\u2606\u2713]*$/`;

/**
 * A character that each emoji has: a picture, half of a flag, or the frame of a keycap. The expression of all
 * emoji takes some 25 ms to compile, so it is asked about sequences of several characters alone: one is an
 * emoji by its own property, and with the selector of pictures by that of its first.
 */
const MAY_BE_EMOJI = String.raw`/[\xa9\xae\u203c\u2049\u20e3\u2122\u2139\u2194-\u21aa\u231a-\u27bf\u2934-\u2b55\u3030\u303d\u3297\u3299\ud83c-\ud83e]/`;

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
      /^const rgiEmojiRegex = (.*);/m,
      `let rgiEmojiMade; const rgiEmojiRegex = {test: text => {
        if (!${MAY_BE_EMOJI}.test(text)) return false;
        const [first, second, third] = text;
        if (second === undefined) return /^(?![\\u{1f1e6}-\\u{1f1ff}])\\p{Emoji_Presentation}$/u.test(text);
        if (second === '\\ufe0f' && third === undefined)
          return /^(?![\\d#*])(?=\\p{Emoji})\\P{Emoji_Presentation}$/u.test(first);
        return (rgiEmojiMade ??= $1).test(text);
      }};`,
    );
  if (changed === source) throw new Error(`${path} has changed: it makes no Segmenter at its start any more`);
  return changed;
}
