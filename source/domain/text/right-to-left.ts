/** Letters of Hebrew, Arabic, Syriac, Thaana, N'Ko and their like. */
const RTL = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

export function hasRightToLeft(text: string): boolean {
  return RTL.test(text);
}
