import {defined} from '../format/defined.ts';
import type {RawAuthor} from '../format/format.ts';
import {attribute, type Dom} from './dom.ts';
import {linkedData} from './linked-data.ts';

/** The metadata of a page outside of its text, as written. */
export type Metadata = Readonly<{
  authors: readonly RawAuthor[];
  /** In order of trust. */
  published: readonly (string | undefined)[];
  updated: readonly (string | undefined)[];
  category?: string;
  tags: readonly string[];
  image?: string;
  site?: string;
  headline?: string;
  description?: string;
  language?: string;
  /** The base of relative addresses, where the page names something. */
  base?: string;
}>;

/** To be read before anything is taken out of the page. */
export function metadataOf(dom: Dom): Metadata {
  const data = linkedData(dom);
  const meta = (...names: string[]): string | undefined => {
    for (const name of names) {
      const value = attribute(
        dom,
        `meta[property="${name}"], meta[name="${name}"], meta[itemprop="${name}"]`,
        'content',
      );
      if (value !== undefined) return value;
    }
    return undefined;
  };
  return defined({
    authors: data.authors,
    published: [
      data.published,
      meta('article:published_time', 'og:published_time', 'datePublished'),
      meta(
        'citation_publication_date',
        'parsely-pub-date',
        'dcterms.created',
        'DC.date.issued',
        'dc.date',
        'date',
        'pubdate',
      ),
      attribute(dom, '[itemprop="datePublished"]', 'datetime'),
      attribute(
        dom,
        'article time[datetime], main time[datetime], time[pubdate], header time[datetime]',
        'datetime',
      ),
      // hAtom, as Pelican's own theme has it.
      attribute(dom, 'abbr.published[title], .dt-published[title], abbr.updated[title]', 'title'),
      attribute(dom, '.dt-published[datetime], .entry-date[datetime], time.published[datetime]', 'datetime'),
    ],
    updated: [data.updated, meta('article:modified_time', 'og:updated_time', 'dateModified')],
    category: data.section ?? meta('article:section'),
    tags:
      data.keywords.length > 0
        ? data.keywords
        : [...dom.querySelectorAll('meta[property="article:tag"]')].flatMap(
            tag => tag.getAttribute('content') ?? [],
          ),
    image: meta('og:image', 'twitter:image') ?? data.image,
    site: meta('og:site_name', 'application-name') ?? data.publisher,
    headline: data.headline,
    description: meta('description', 'og:description', 'twitter:description'),
    language: dom.documentElement?.getAttribute('lang')?.trim() || meta('og:locale')?.replace('_', '-'),
    base: attribute(dom, 'base[href]', 'href'),
  });
}
