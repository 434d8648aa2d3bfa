/**
 * Whether a part of a text may refer to a definition of a link elsewhere in it: it has brackets that no address follows,
 * outside of code. Only then the whole text has to be looked through for definitions; a book's first screen mostly does
 * without. Where it is hard to tell what is code, nothing is taken for it.
 */
export function mayRefer(source: string): boolean {
  if (!BRACKET.test(source)) return false;
  if (/`{4}|~{3}|\\`/.test(source)) return true;
  const prose = source
    .replaceAll(/^```[^`\n]*\n(?:(?!```)[^\n]*\n)*```[ \t]*$/gm, 'c')
    .replaceAll(/(?<!`)(`{1,3})(?!`)[^`\n]+(?<!`)\1(?!`)/g, code => (isEven(code) ? 'c' : code));
  // A tick that is left over may begin code that goes over lines.
  return prose.includes('`') || BRACKET.test(prose.replaceAll(/^ {0,3}[-*+] \[[ xX]\] (?=\S)/gm, ''));
}

const BRACKET = /\](?!\()/;

/** Brackets in code that are open or closed alone may belong to a link around it. */
function isEven(code: string): boolean {
  return !/[[\]]/.test(code.replaceAll(/\[[^[\]]*\]/g, ''));
}
