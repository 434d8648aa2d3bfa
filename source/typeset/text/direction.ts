/** Letters of Hebrew, Arabic, Syriac, Thaana, N'Ko and their like. */
const RTL = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/** True for a text from right to left, by its first letter, as Unicode has it for a paragraph. */
export function isRightToLeft(text: string): boolean {
  if (!hasRightToLeft(text)) return false;
  const first = /\p{L}/u.exec(text)?.[0];
  return first !== undefined && RTL.test(first);
}

export function hasRightToLeft(text: string): boolean {
  return RTL.test(text);
}
