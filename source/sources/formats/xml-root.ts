export type XmlFeedKind = 'rss' | 'rdf' | 'atom';

export type Root = Readonly<{kind: XmlFeedKind; start: number}>;

/** A feed's root stands near its beginning: before it are declarations, comments and the noise of broken servers. */
const HEAD = 200_000;

/** The first element that makes a text a feed; undefined for pages and everything else. Looks at each character once. */
export function feedRoot(text: string): Root | undefined {
  const limit = Math.min(text.length, HEAD);
  let position = text.indexOf('<');
  while (position !== -1 && position < limit) {
    const name = elementName(text, position);
    if (name === 'html') return undefined;
    const kind = kindOf(name);
    if (kind) return {kind, start: position};
    position = text.indexOf('<', afterMarkup(text, position));
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

/** Where a declaration, comment, document type or tag ends. */
function afterMarkup(text: string, position: number): number {
  if (text.startsWith('<!--', position)) return after(text, '-->', position + 4);
  if (text.startsWith('<?', position)) return after(text, '>', position);
  if (/^<!doctype/iu.test(text.slice(position, position + 9))) return afterDoctype(text, position);
  return position + 1;
}

function after(text: string, mark: string, position: number): number {
  const end = text.indexOf(mark, position);
  return end === -1 ? position + 1 : end + mark.length;
}

/** A document type ends at the first `>` outside its brackets; what it declares is never read. */
function afterDoctype(text: string, position: number): number {
  const end = text.indexOf('>', position);
  const bracket = text.indexOf('[', position);
  if (bracket === -1 || (end !== -1 && end < bracket)) return end === -1 ? position + 1 : end + 1;
  const close = /\]\s{0,100}>/gu;
  close.lastIndex = bracket;
  const found = close.exec(text);
  return found ? found.index + found[0].length : position + 1;
}
