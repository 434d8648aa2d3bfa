/** No format of feeds, pages and servers nests half as deep. */
const DEEPEST = 1000;

/**
 * The value of JSON that comes from outside. @throws SyntaxError also where it is nested deeper than anything
 * means: the parser needs a hundred times the length of such a text in memory.
 */
export function parseJson(text: string): unknown {
  if (isNestedDeeper(text, DEEPEST)) throw new SyntaxError(`It is nested deeper than ${DEEPEST} levels.`);
  return JSON.parse(text);
}

function isNestedDeeper(text: string, most: number): boolean {
  let depth = 0;
  for (let index = 0; index < text.length; index++) {
    const sign = text[index];
    if (sign === '"') index = endOfString(text, index);
    else if (sign === '[' || sign === '{') {
      if (++depth > most) return true;
    } else if (sign === ']' || sign === '}') depth--;
  }
  return false;
}

/** The index of the quotation mark that ends what begins with one at `start`, or the text's end. */
function endOfString(text: string, start: number): number {
  for (let index = start + 1; index < text.length; index++) {
    if (text[index] === '"') return index;
    if (text[index] === '\\') index++;
  }
  return text.length;
}
