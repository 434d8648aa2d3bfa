export type XmlFeedKind = 'rss' | 'rdf' | 'atom';

export type Root = Readonly<{kind: XmlFeedKind; start: number}>;

/**
 * A feed's root stands near its beginning: before it are declarations, comments and the noise of broken
 * servers.
 */
const HEAD = 200_000;

/** The first element that makes a text a feed; undefined for pages and everything else. */
export function feedRoot(text: string): Root | undefined {
  const limit = Math.min(text.length, HEAD);
  const find = finder(text);
  let position = text.indexOf('<');
  while (position !== -1 && position < limit) {
    const name = elementName(text, position);
    if (name === 'html') return undefined;
    const kind = kindOf(name);
    if (kind) return {kind, start: position};
    position = text.indexOf('<', afterMarkup(text, position, find));
  }
  return undefined;
}

function elementName(text: string, position: number): string | undefined {
  const name = /^<(?:[\w.-]{1,60}:)?([a-z]{1,10})(?=[\s/>])/iu.exec(text.slice(position, position + 80))?.[1];
  return name?.toLowerCase();
}

function kindOf(name: string | undefined): XmlFeedKind | undefined {
  return name === 'rss' || name === 'rdf' ? name : name === 'feed' ? 'atom' : undefined;
}

type Find = (mark: string, position: number) => number;

/**
 * indexOf that doesn't look again for what was not found once: a text of nothing but beginnings costs no more
 * than another.
 */
function finder(text: string): Find {
  const missing = new Set<string>();
  return (mark, position) => {
    const index = missing.has(mark) ? -1 : text.indexOf(mark, position);
    if (index === -1) missing.add(mark);
    return index;
  };
}

/** The end of a declaration, comment or document type. */
function afterMarkup(text: string, position: number, find: Find): number {
  if (text.startsWith('<!--', position)) return after('-->', position + 4, find);
  if (text.startsWith('<?', position)) return after('>', position, find);
  if (/^<!doctype/iu.test(text.slice(position, position + 9))) return afterDoctype(position, find);
  return position + 1;
}

function after(mark: string, position: number, find: Find): number {
  const end = find(mark, position);
  return end === -1 ? position + 1 : end + mark.length;
}

/** A document type ends at the first `>` outside its brackets; what it declares is never read. */
function afterDoctype(position: number, find: Find): number {
  const end = find('>', position);
  const bracket = find('[', position);
  if (bracket === -1 || (end !== -1 && end < bracket)) return end === -1 ? position + 1 : end + 1;
  return after('>', after(']', bracket, find), find);
}
