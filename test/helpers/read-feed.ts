import {assemble} from '../../source/sources/article/assemble.ts';
import type {Assembled} from '../../source/sources/article/assemble.ts';
import {documentOf} from '../../source/sources/text/document.ts';
import {formatOf} from '../../source/sources/format/formats.ts';
import type {Limits} from '../../source/sources/format/format.ts';

export const FEED_URL = 'https://blog.example/feed.xml';

/** What a feed becomes when it is opened: decoded, recognised, parsed, assembled. */
export function readFeed(
  received: string | Uint8Array,
  {url = FEED_URL, contentType, limits}: {url?: string; contentType?: string; limits?: Limits} = {},
): Assembled {
  const document = documentOf(received, {url, contentType});
  const format = formatOf(document);
  if (!format) throw new Error('no format recognises this');
  return assemble(format.parse(document, limits), {location: url, canonicalLocation: url, url});
}

/** The only article of a feed. */
export function readItem(feed: string | Uint8Array): Assembled['articles'][number] {
  const [only, ...others] = readFeed(feed).articles;
  if (!only || others.length > 0)
    throw new Error(`expected one article, got ${others.length + (only ? 1 : 0)}`);
  return only;
}

/** RSS around the inside of one item. */
export function rssItem(inside: string, channel = ''): string {
  return rss(`${channel}<item>${inside}</item>`);
}

export function rss(inside: string): string {
  return `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
  xmlns:media="http://search.yahoo.com/mrss/" xmlns:atom="http://www.w3.org/2005/Atom"
  xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd">
<channel><title>Notes</title><link>https://blog.example/</link><description>On things</description>${inside}</channel></rss>`;
}

export function atomEntry(inside: string, feed = ''): string {
  return `<feed xmlns="http://www.w3.org/2005/Atom"><title>Notes</title><id>urn:notes</id>${feed}
<entry><id>urn:1</id>${inside}</entry></feed>`;
}
