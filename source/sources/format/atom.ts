import type {AtomFeed} from 'feedsmith';
import type {Body} from '../../domain/article/article.ts';
import {atomLink, newsletterLink, relOf} from './xml/atom-links.ts';
import {atomBody, atomText} from './xml/atom-text.ts';
import {defined} from './defined.ts';
import {enclosure, loose, mediaOf, named, summaryOf} from './feed-fields.ts';
import {LIMITS} from './format.ts';
import type {Document, Enclosure, Format, Limits, Parsed, RawArticle, RawAuthor, RawText} from './format.ts';
import {readXmlFeed} from './xml/read-xml-feed.ts';
import {feedRoot} from './xml/xml-root.ts';

/** Atom 0.3 and 1.0. */
export const atom: Format = {
  name: 'Atom',
  recognises: ({text}) => feedRoot(text)?.kind === 'atom',
  parse: parseAtom,
};

type Feed = AtomFeed.Feed<string>;
type Entry = AtomFeed.Entry<string>;
type Person = AtomFeed.Person;

function parseAtom({text, language}: Document, limits: Limits = LIMITS): Parsed {
  const read = readXmlFeed(text, limits);
  const feed = read.feed as Feed;
  return defined({
    title: atomText(feed.title) ?? loose(feed.dc?.titles?.[0]),
    tagline:
      atomText(feed.subtitle) ??
      loose(feed.dc?.descriptions?.[0] ?? feed.itunes?.subtitle ?? feed.itunes?.summary),
    homepage: atomLink(feed.links, 'alternate'),
    language: feed.xml?.lang ?? feed.dc?.languages?.[0] ?? language,
    authors: firstOf([people(feed.authors), named(feed.dc?.creators)]),
    articles: (feed.entries ?? []).map(articleOf),
    newsletterUrl: newsletterLink(feed.links),
    feedUrl: atomLink(feed.links, 'self'),
    nextUrl: atomLink(feed.links, 'next') ?? atomLink(feed.links, 'prev-archive'),
    base: feed.xml?.base,
    isCut: read.isCut,
    warnings: read.warnings,
  });
}

function articleOf(entry: Entry): RawArticle {
  const {dc, dcterms} = entry;
  const media = mediaOf(entry.media);
  const content = atomBody(entry.content);
  const summary = summaryText(entry) ?? summaryOf(media.description ?? dc?.descriptions?.[0]);
  const {labels, terms} = labelsOf(entry);
  return defined({
    guid: entry.id,
    url: linkOf(entry),
    title: atomText(entry.title) ?? loose(dc?.titles?.[0] ?? media.title),
    body: content,
    excerpt: summary?.content === content?.content ? undefined : summary,
    authors: authorsOf(entry),
    published: [entry.published, dcterms?.issued?.[0], dcterms?.created?.[0], dc?.dates?.[0]],
    updated: [entry.updated, dcterms?.modified?.[0]],
    category: labels.find(label => label !== ''),
    tags: [...labels, ...terms, ...(dc?.subjects ?? []), ...media.categories],
    image: media.image,
    enclosures: [...enclosuresOf(entry), ...media.enclosures],
    comments: atomLink(entry.links, 'replies'),
    base: entry.xml?.base,
  });
}

/** A label is for people; the term is kept beside it where it says something else. */
function labelsOf({categories}: Entry): {labels: readonly string[]; terms: readonly string[]} {
  const known = (categories ?? []).map(({term, label}) => ({
    term: term ?? '',
    label: label ?? term ?? '',
  }));
  const terms = known.filter(({term, label}) => slug(term) !== slug(label)).map(({term}) => term);
  return {labels: known.map(({label}) => label), terms};
}

function slug(text: string): string {
  return text.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '');
}

function summaryText({summary}: Entry): RawText | undefined {
  const body: Body | undefined = atomBody(summary);
  return body && {content: body.content, format: body.format === 'html' ? 'html' : 'text'};
}

/** The page; else what the content is fetched from; else an id that is an address. */
function linkOf({links, content, id}: Entry): string | undefined {
  const page = atomLink(links, 'alternate') ?? content?.src;
  return page ?? (/^https?:\/\//iu.test(id ?? '') ? id : undefined);
}

function authorsOf({authors, source, dc, contributors}: Entry): readonly RawAuthor[] | undefined {
  return firstOf([people(authors), named(dc?.creators), people(source?.authors), people(contributors)]);
}

function firstOf(groups: readonly (readonly RawAuthor[])[]): readonly RawAuthor[] | undefined {
  return groups.find(group => group.length > 0);
}

function people(persons: readonly Person[] | undefined): readonly RawAuthor[] {
  return (persons ?? []).map(({name, uri, email}) => defined({name: name, url: uri, email}));
}

function enclosuresOf({links}: Entry): readonly Enclosure[] {
  const files = (links ?? []).filter(link => relOf(link) === 'enclosure');
  return files.map(({href, type, title, length}) => enclosure(href ?? '', type, title, length));
}
