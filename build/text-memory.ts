/*
 * Ink joins, cleans and measures the text of every row twice a frame, whether it has changed or not. What
 * comes of a text that stands alone in its <Text> depends on that text only, so here it is remembered by it.
 */

/** The source of ink/build/squash-text-nodes.js with a memory. */
export function rememberTexts(source: string): string {
  const changed = source.replace('const squashTextNodes = (node) => {', 'const squashAll = (node) => {');
  if (changed === source)
    throw new Error('ink/build/squash-text-nodes.js has changed: its function was not found');
  return changed.replaceAll('= squashTextNodes(', '= squashAll(') + REMEMBERED;
}

const REMEMBERED = `
/** Strings alone, a megabyte at most. */
const MOST = 1000;
const texts = new Map();

function squashTextNodes(node) {
  const [only] = node.childNodes;
  if (node.nodeName !== 'ink-text' || node.childNodes.length !== 1 || only.nodeName !== '#text') return squashAll(node);
  let text = texts.get(only.nodeValue);
  if (text === undefined) {
    if (texts.size >= MOST) texts.clear();
    text = squashAll(node);
    texts.set(only.nodeValue, text);
  }
  return text;
}
`;

/** The source of ink/build/render-node-to-output.js, which measures by the function that remembers. */
export function rememberWidths(source: string): string {
  const changed = source
    .replace("import widestLine from 'widest-line';", "import measureText from './measure-text.js';")
    .replace('widestLine(text)', 'measureText(text).width');
  if (!changed.includes('measureText(text).width') || changed.includes('widestLine'))
    throw new Error('ink/build/render-node-to-output.js has changed: it measures in another way');
  return changed;
}
