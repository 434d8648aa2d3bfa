import type {Dom} from './dom.ts';
import type {Most} from './scan.ts';

type Node = Readonly<{firstChild: Node | null; nextSibling: Node | null; parentNode: Node | null}>;

/**
 * True if a page is deeper than it may be once its DOM is built. The parser behind it puts elements that are
 * left open (headings, forms, links) into one another where the one that scans a page closes them.
 */
export function isLarger(dom: Dom, {depth, climb}: Pick<Most, 'depth' | 'climb'>): boolean {
  let level = 0;
  let sum = 0;
  // A document type before it has no siblings here.
  let node = dom.documentElement as unknown as Node | null | undefined;
  while (node) {
    if (level > depth || (sum += level) > climb) return true;
    if (node.firstChild) {
      node = node.firstChild;
      level++;
      continue;
    }
    while (node && !node.nextSibling) {
      node = node.parentNode;
      level--;
    }
    node = node?.nextSibling;
  }
  return false;
}
