/*
 * The target of every bundle. esbuild thinks that no Node knows all names of `\p{…}`, since each version
 * of Unicode brings new ones, and writes `new RegExp('…', 'u')` in place of such a literal: an object made,
 * and often an expression compiled, each time that a function asks it. Ours are older than the Node that we
 * need.
 */
export const TARGET = {
  platform: 'node' as const,
  target: 'node22.19',
  supported: {'regexp-unicode-property-escapes': true, 'regexp-set-notation': true},
};
