/*
 * Addresses that people copy from the address bar of sites which have a feed, but on another path, and often
 * don't name it in the page.
 */

type Rule = Readonly<{
  host: RegExp;
  path: RegExp;
  /** The feed's address; `groups` are those of `path`. */
  feed: (url: URL, groups: Readonly<Record<string, string | undefined>>) => string | undefined;
}>;

const RULES: readonly Rule[] = [
  // A project's releases say more than its commits, which the page itself names.
  {
    host: /^(?:www\.)?github\.com$/u,
    path: /^\/(?<owner>[\w.-]+)\/(?<name>[\w.-]+?)(?:\.git)?(?:\/(?<list>releases|tags|commits|discussions)(?<rest>\/[^?#]*)?)?\/?$/u,
    feed: (url, {owner, name, list = 'releases', rest = ''}) =>
      RESERVED.has(owner ?? '')
        ? undefined
        : `${url.origin}/${owner}/${name}/${list}${rest.replace(/\/$/u, '')}.atom`,
  },
  {
    host: /^(?:www\.)?github\.com$/u,
    path: /^\/(?<owner>[\w-]+)\/?$/u,
    feed: (url, {owner}) => (RESERVED.has(owner ?? '') ? undefined : `${url.origin}/${owner}.atom`),
  },
  {
    host: /^(?:www\.)?gitlab\.com$|^(?:gitlab|git|invent)\./u,
    path: /^\/(?<project>[\w.-]+\/[\w./-]+?)\/-\/(?<list>releases|tags|commits\/[^?#/]+)\/?$/u,
    feed: (url, {project, list}) => `${url.origin}/${project}/-/${list}?format=atom`,
  },
  {
    host: /^codeberg\.org$/u,
    path: /^\/(?<project>[\w.-]+\/[\w.-]+)(?:\/(?<list>releases|tags))?\/?$/u,
    feed: (url, {project, list}) => `${url.origin}/${project}${list ? `/${list}` : ''}.rss`,
  },
  {
    host: /^(?:www\.|m\.)?youtube\.com$/u,
    path: /^\/channel\/(?<id>UC[\w-]+)/u,
    feed: (_url, {id}) => `https://www.youtube.com/feeds/videos.xml?channel_id=${id}`,
  },
  {
    host: /^(?:www\.|m\.)?youtube\.com$/u,
    path: /^\/user\/(?<name>[\w-]+)/u,
    feed: (_url, {name}) => `https://www.youtube.com/feeds/videos.xml?user=${name}`,
  },
  {
    host: /^(?:www\.|m\.)?youtube\.com$/u,
    path: /^\/playlist$/u,
    feed: ({searchParams}) => {
      const list = searchParams.get('list');
      return list === null
        ? undefined
        : `https://www.youtube.com/feeds/videos.xml?playlist_id=${encodeURIComponent(list)}`;
    },
  },
  {
    host: /^(?:www\.|old\.)?reddit\.com$/u,
    path: /^\/(?<place>(?:r|u|user)\/[\w-]+(?:\/(?:new|top|hot))?)\/?$/u,
    feed: (url, {place}) => `${url.origin}/${place}/.rss`,
  },
  {
    host: /^medium\.com$/u,
    path: /^\/(?<who>@?[\w.-]+)\/?$/u,
    feed: (_url, {who}) => `https://medium.com/feed/${who}`,
  },
  {
    host: /^(?!www\.|medium\.com$)[\w-]+\.medium\.com$/u,
    path: /^\/?$/u,
    feed: url => `${url.origin}/feed`,
  },
  {
    host: /^(?:www\.)?dev\.to$/u,
    path: /^\/(?<who>(?!api\b|t\b|feed\b)[\w-]+)\/?$/u,
    feed: (_url, {who}) => `https://dev.to/feed/${who}`,
  },
  {
    host: /^(?:www\.)?dev\.to$/u,
    path: /^\/t\/(?<tag>[\w-]+)\/?$/u,
    feed: (_url, {tag}) => `https://dev.to/feed/tag/${tag}`,
  },
  {
    host: /\.substack\.com$/u,
    path: /^\/(?:archive|about)?\/?$/u,
    feed: url => `${url.origin}/feed`,
  },
  {
    host: /^(?:[\w-]+\.)?stackexchange\.com$|^stackoverflow\.com$/u,
    path: /^\/questions\/tagged\/(?<tag>[\w.+#-]+)\/?$/u,
    feed: (url, {tag}) => `${url.origin}/feeds/tag/${tag}`,
  },
  {
    host: /^bsky\.app$/u,
    path: /^\/profile\/(?<who>[\w.:-]+)\/?$/u,
    feed: (_url, {who}) => `https://bsky.app/profile/${who}/rss`,
  },
  {
    host: /^news\.ycombinator\.com$/u,
    path: /^\/(?:news)?$/u,
    feed: () => 'https://news.ycombinator.com/rss',
  },
];

/** Pages of GitHub itself. */
const RESERVED = new Set(
  'about account apps collections contact customer-stories enterprise explore features issues login marketplace new notifications orgs pricing pulls search security settings signup site sponsors stars team topics trending'.split(
    ' ',
  ),
);

/** The feed behind a pasted address; undefined where the site isn't known, or the address is no such page. */
export function knownFeed(address: string): string | undefined {
  const url = new URL(address);
  for (const {host, path, feed} of RULES) {
    const groups = host.test(url.hostname) ? path.exec(url.pathname) : null;
    const found = groups && feed(url, groups.groups ?? {});
    if (found) return found;
  }
  return undefined;
}
