import type {RdfFeed, RdfNs, RssFeed, SyNs} from 'feedsmith';
import type {Body} from '../../domain/article/article.ts';
import type {Problem} from '../../domain/problem.ts';
import {printableLine} from '../../domain/text/printable.ts';
import {plainText} from '../../domain/text/plain-text.ts';
import {atomLink, newsletterLink} from './xml/atom-links.ts';
import {defined} from './defined.ts';
import {bodyOf, enclosure, loose, mediaOf, named, summaryOf} from './feed-fields.ts';
import {LIMITS} from './format.ts';
import type {Document, Enclosure, Format, Limits, Parsed, RawArticle, RawAuthor, RawText} from './format.ts';
import {readXmlFeed} from './xml/read-xml-feed.ts';
import {feedRoot} from './xml/xml-root.ts';

/** RSS 0.90 to 2.0 and RDF Site Summary, with the modules that people use. */
export const rss: Format = {
  name: 'RSS',
  recognises: ({text}) => feedRoot(text)?.kind.startsWith('r') ?? false,
  parse: parseRss,
};

type Item = RssFeed.Item<string> & Readonly<{rdf?: RdfNs.About}>;
type Channel = Omit<RssFeed.Feed<string>, 'items'> & Readonly<{items?: readonly Item[]}>;

function parseRss({text, language, url}: Document, limits: Limits = LIMITS): Parsed {
  const {feed, isCut, warnings} = readXmlFeed(text, limits);
  const channel = feed as Channel | (RdfFeed.Feed<string> & Partial<Channel>);
  const {atom, dc, itunes} = channel;
  const moved = itunes?.newFeedUrl === url ? undefined : itunes?.newFeedUrl;
  const authors = [
    ...named(atom?.authors?.map(({name}) => name ?? '')),
    ...people([channel.managingEditor]),
    ...named(dc?.creators),
    ...named(itunes?.author ? [itunes.author] : []),
  ];
  return defined({
    title: loose(channel.title ?? dc?.titles?.[0] ?? itunes?.title),
    tagline: loose(channel.description ?? dc?.descriptions?.[0] ?? itunes?.subtitle ?? itunes?.summary),
    homepage: channel.link ?? atomLink(atom?.links, 'alternate'),
    language: channel.language ?? dc?.languages?.[0] ?? channel.xml?.lang ?? language,
    authors: authors.slice(0, 1),
    articles: (channel.items ?? []).map(articleOf),
    newsletterUrl: newsletterLink(atom?.links),
    feedUrl: atomLink(atom?.links, 'self'),
    nextUrl: atomLink(atom?.links, 'next') ?? atomLink(atom?.links, 'prev-archive'),
    generator: /wordpress/iu.test(channel.generator ?? '') ? ('WordPress' as const) : undefined,
    ttl: channel.ttl ?? updatePeriod(channel.sy),
    base: channel.xml?.base,
    isCut,
    warnings: moved === undefined ? warnings : [...warnings, movedTo(moved)],
  });
}

/** Podcasts say so in the feed itself; the reader decides. */
function movedTo(address: string): Problem {
  const where = printableLine(address).slice(0, 500);
  return {
    kind: 'gone',
    message: `The feed says that it has moved to ${where}.`,
    ...(/^https?:\/\/\S+$/iu.test(where) && {advice: `Follow it there: inkwell add ${where}`}),
  };
}

const PERIODS: Readonly<Record<string, number>> = {hourly: 60, daily: 1440, weekly: 10_080, monthly: 43_200};

/** The syndication module's way to say it: so many times in an hour, a day … */
function updatePeriod(sy: SyNs.Feed<string> | undefined): number | undefined {
  const minutes = PERIODS[sy?.updatePeriod?.trim().toLowerCase() ?? ''];
  return minutes === undefined ? undefined : Math.round(minutes / Math.max(1, sy?.updateFrequency ?? 1));
}

function articleOf(item: Item): RawArticle {
  const {atom, dc, dcterms, itunes, guid} = item;
  const media = mediaOf(item.media);
  const description =
    item.description ?? dc?.descriptions?.[0] ?? atom?.summary?.value ?? itunes?.summary ?? media.description;
  const {body, excerpt} = textsOf(item, description);
  const categories = item.categories?.map(({name}) => name ?? '');
  const labels = [
    ...(categories ?? []),
    ...(dc?.subjects ?? []),
    ...media.categories,
    ...(atom?.categories ?? []).map(({label, term}) => label ?? term ?? ''),
  ];
  return defined({
    guid: guid?.value ?? item.rdf?.about ?? atom?.id,
    url: linkOf(item),
    title: loose(item.title ?? dc?.titles?.[0] ?? atom?.title?.value ?? itunes?.title ?? media.title),
    body,
    excerpt,
    authors: authorsOf(item),
    published: [item.pubDate, atom?.published, dcterms?.issued?.[0], dcterms?.created?.[0], dc?.dates?.[0]],
    updated: [atom?.updated, dcterms?.modified?.[0]],
    category: labels.find(label => !/^uncategori[sz]ed$/iu.test(label)),
    tags: labels,
    image: itunes?.image ?? media.image,
    enclosures: [...enclosuresOf(item), ...media.enclosures],
    comments: item.comments ?? atomLink(atom?.links, 'replies'),
    base: item.xml?.base,
  });
}

/**
 * `content:encoded` is the article and `description` its excerpt, unless the former is but a stub of the
 * latter.
 */
function textsOf(item: Item, description: string | undefined): Pick<RawArticle, 'body' | 'excerpt'> {
  const content = bodyOf(item.content?.encoded) ?? bodyOf(item.atom?.content?.value);
  const excerpt = summaryOf(description);
  if (!content) return defined({excerpt});
  return excerpt && isStub(content, excerpt) ? {excerpt} : defined({body: content, excerpt});
}

/** The one is less than half of the other. */
function isStub(content: Body, {content: other, format}: RawText): boolean {
  const whole = plainText({content: other, format: format === 'html' ? 'html' : 'text'}).prose;
  return content.content.length < other.length * 4 && plainText(content).prose.length * 2 < whole.length;
}

function linkOf({link, guid, rdf, atom, enclosures}: Item): string | undefined {
  const id = guid?.isPermaLink === false ? undefined : guid?.value;
  const candidates = [link, atomLink(atom?.links, 'alternate'), ...[id, rdf?.about].filter(isAddress)];
  return candidates.find(candidate => candidate !== undefined) ?? enclosures?.[0]?.url;
}

function isAddress(text: string | undefined): boolean {
  return /^https?:\/\/\S+$/iu.test(text ?? '');
}

function authorsOf({authors, dc, atom, itunes}: Item): readonly RawAuthor[] | undefined {
  const groups = [
    people(authors),
    named(dc?.creators),
    (atom?.authors ?? []).map(({name, uri}) => defined({name: name, url: uri})),
    named(itunes?.author ? [itunes.author] : []),
  ];
  return groups.find(group => group.length > 0);
}

function people(persons: readonly (RssFeed.Person | undefined)[] | undefined): readonly RawAuthor[] {
  return (persons ?? []).flatMap(person =>
    person ? [defined({name: person.name, email: person.email, url: person.link})] : [],
  );
}

function enclosuresOf({enclosures, itunes}: Item): readonly Enclosure[] {
  return (enclosures ?? []).map(({url, type, length: bytes}) =>
    enclosure(url ?? '', type, undefined, bytes, itunes?.duration),
  );
}
