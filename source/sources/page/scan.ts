import {Parser, type Handler} from 'htmlparser2';

/**
 * The part of a page that is looked at: its deepest level, its nodes, and the levels of all its elements
 * added up.
 */
export type Most = Readonly<{depth: number; nodes: number; climb: number}>;

/**
 * Large pages have some 10,000 elements, twenty levels deep. Beyond these, readability takes time by the
 * square.
 */
export const MOST: Most = {depth: 150, nodes: 60_000, climb: 600_000};

const PIECE = 65_536;

/**
 * One pass over a page without building anything. It ends where a limit is passed; whether it came to the
 * page's end is the result.
 */
export function scanPage(html: string, handler: Partial<Handler>, most = MOST): boolean {
  let depth = 0;
  let nodes = 0;
  let climb = 0;
  let isOver = false;
  const parser = new Parser({
    ...handler,
    onopentag(name, attributes, isImplied) {
      climb += ++depth;
      add();
      if (!isOver) handler.onopentag?.(name, attributes, isImplied);
    },
    ontext(text) {
      // Each becomes a node of its own when the page is written and read again.
      for (let at = text.indexOf('\u00a0'); at !== -1; at = text.indexOf('\u00a0', at + 1)) nodes++;
      add();
      if (!isOver) handler.ontext?.(text);
    },
    oncomment: add,
    onclosetag(name, isImplied) {
      depth--;
      if (!isOver) handler.onclosetag?.(name, isImplied);
    },
  });

  function add(): void {
    nodes++;
    if (isOver || (depth <= most.depth && nodes <= most.nodes && climb <= most.climb)) return;
    isOver = true;
    parser.pause();
  }

  for (let start = 0; start < html.length; start += PIECE) {
    parser.write(html.slice(start, start + PIECE));
    if (isOver) break;
  }
  if (!isOver) parser.end();
  return !isOver;
}
