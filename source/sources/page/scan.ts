import {Parser, type Handler} from 'htmlparser2';

/** How much of a page is looked at: its deepest level, its nodes, and the levels of all its elements added up. */
type Most = Readonly<{depth: number; nodes: number; climb: number}>;

/** Large pages have some 10,000 elements, twenty levels deep. Beyond these, readability takes time by the square. */
const MOST: Most = {depth: 150, nodes: 60_000, climb: 600_000};

const PIECE = 65_536;

/** The parser behind the page's DOM puts a heading that is left open around the next one; this one closes it. */
const HEADING = /^h[1-6]$/;

/**
 * One pass over a page without building anything. It ends where a limit is passed; whether it came to the page's end is
 * the result.
 */
export function scanPage(html: string, handler: Partial<Handler>, most = MOST): boolean {
  const open: string[] = [];
  let nodes = 0;
  let climb = 0;
  let isOver = false;
  const parser = new Parser({
    ...handler,
    onopentag(name, attributes, isImplied) {
      climb += open.push(name);
      add();
      if (!isOver) handler.onopentag?.(name, attributes, isImplied);
    },
    ontext(text) {
      add();
      if (!isOver) handler.ontext?.(text);
    },
    oncomment: add,
    onclosetag(name, isImplied) {
      if (!(isImplied && HEADING.test(name))) while (open.length > 0 && open.pop() !== name);
      if (!isOver) handler.onclosetag?.(name, isImplied);
    },
  });

  function add(): void {
    nodes++;
    if (isOver || (open.length <= most.depth && nodes <= most.nodes && climb <= most.climb)) return;
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
