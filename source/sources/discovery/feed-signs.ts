/*
 * The signs by which a link is known to lead to a feed: its type, its address, its words. What it leads to is
 * looked at before anything is made of it, so these may be generous.
 */

type Named = Readonly<Record<string, string | undefined>>;

/**
 * True if the type of a `<link>` is a feed's; one that says only XML or JSON, or nothing, needs more than
 * that.
 */
export function isFeedType(type: string, {href = '', title = '', hreflang}: Named): boolean {
  if (/^(?:application|text)\/(?:x-)?(?:rss|atom|rdf|feed)(?:\+(?:xml|json))?$/u.test(type)) return true;
  if (/oembed|wp-json|\/xmlrpc|opensearch|rsd/iu.test(`${type} ${href}`)) return false;
  const isNamed = isFeedAddress(href) || isFeedLabel(title);
  if (type === 'application/json') return isNamed || /\.json$/iu.test(pathOf(href));
  if (/^(?:application|text)\/(?:[\w.-]+\+)?xml$/u.test(type)) return isNamed;
  return type === '' && hreflang === undefined && isNamed;
}

/** "/feed", "/rss.xml", "?feed=rss2", "backend.php", "index.php?format=feed". */
export function isFeedAddress(href: string): boolean {
  return (
    /(?:^|[/._=-])(?:rss|atom|feeds?|rdf|syndication|backend)(?:[._-]?(?:rss|atom|feed|xml|\d+(?:\.\d+)?))?(?:\.(?:xml|json|rss|rdf|atom|php|aspx?|cgi))?\/?(?:[?#].*)?$/isu.test(
      href,
    ) ||
    /\/(?:index|blog|news|posts?)\.(?:xml|rss|rdf|atom)(?:\?.*)?$/isu.test(href) ||
    /\.(?:rss|rdf|atom)(?:\?.*)?$|(?:rss|feed|atom)2?\.xml(?:\?.*)?$/isu.test(href) ||
    /[?&](?:feed|format|type|output|alt|view)=(?:rss|atom|feed|rdf)/iu.test(href)
  );
}

/** "RSS", "Atom feed", "Subscribe via RSS", "RSS-Feed abonnieren", "フィード". */
export function isFeedLabel(label: string): boolean {
  const words = label.trim();
  return (
    words.length < 80 &&
    /(?:^|[^\p{L}])(?:rss|atom|rdf|web ?feeds?|feeds?|xml)(?![\p{L}])|フィード|피드|订阅源|лента/iu.test(
      words,
    ) &&
    !/facebook|twitter|instagram|feedback|back to/iu.test(words)
  );
}

const COMMENTS =
  /comment|kommentar|kommentti|comentari|coment[aá]rio|commento|commenti|reacties?\b|komentar|komentář|комментари|коментар|σχόλι|hozzászólás|yorum|コメント|评论|評論|留言|댓글/iu;

export function isAboutComments(words: string): boolean {
  return COMMENTS.test(words);
}

/** The main feed is named first; comments, and feeds of one category or author, are beside the point. */
export function rankOf({title = '', href = ''}: Named, type: string): number {
  const words = `${title} ${href}`;
  if (isAboutComments(words)) return 6;
  if (/\b(?:categor|tag|author|podcast|search)/iu.test(words)) return 2;
  return type === 'application/json' ? 1 : 0;
}

function pathOf(href: string): string {
  return href.split(/[?#]/u, 1)[0] ?? '';
}
