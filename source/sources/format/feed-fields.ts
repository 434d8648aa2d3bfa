import type {MediaNs} from 'feedsmith';
import type {Body} from '../../domain/article/article.ts';
import {looksLikeHtml, unescapedTwice} from '../text/markup.ts';
import type {Enclosure, RawAuthor, RawText} from './format.ts';

export function loose(content: string | undefined): RawText | undefined {
  return content === undefined ? undefined : {content, format: 'loose'};
}

/** A body that is markup by its field's definition, and often enough is not. */
export function bodyOf(content: string | undefined, base?: string): Body | undefined {
  if (content === undefined || content.trim() === '') return undefined;
  const isHtml = looksLikeHtml(content);
  return {
    format: isHtml ? 'html' : 'text',
    content: isHtml ? unescapedTwice(content) : content,
    ...(base && {base}),
  };
}

/** The same for a text that may be the excerpt or all that there is. */
export function summaryOf(content: string | undefined): RawText | undefined {
  const body = bodyOf(content);
  return body && {content: body.content, format: body.format === 'html' ? 'html' : 'text'};
}

export function named(names: readonly string[] | undefined): readonly RawAuthor[] {
  return (names ?? []).map(name => ({name}));
}

/** Media RSS: files in groups and outside of them. */
export function mediaOf(media: MediaNs.ItemOrFeed | undefined): {
  image?: string | undefined;
  enclosures: readonly Enclosure[];
  description?: string | undefined;
  title?: string | undefined;
  categories: readonly string[];
} {
  if (!media) return {enclosures: [], categories: []};
  const places = [media, ...(media.groups ?? []), ...(media.contents ?? [])];
  const files = [media, ...(media.groups ?? [])].flatMap(({contents}) => contents ?? []);
  const images = files.filter(({medium, type}) => medium === 'image' || type?.startsWith('image/'));
  const thumbnail = places.flatMap(({thumbnails}) => thumbnails ?? []).find(({url}) => url);
  return {
    image: images.find(({url}) => url)?.url ?? thumbnail?.url,
    enclosures: files
      .filter(file => file.url !== undefined && !images.includes(file))
      .map(({url, type, title, fileSize, duration}) =>
        enclosure(url ?? '', type, title?.value, fileSize, duration),
      ),
    description: places.find(({description}) => description?.value)?.description?.value,
    title: places.find(({title}) => title?.value)?.title?.value,
    categories: places
      .flatMap(({categories}) => categories ?? [])
      .map(({label, name}) => label ?? name ?? ''),
  };
}

export function enclosure(
  url: string,
  type?: string,
  title?: string,
  bytes?: number,
  seconds?: number,
): Enclosure {
  return {
    url,
    ...(type && {type}),
    ...(title && {title}),
    ...(bytes !== undefined && {bytes}),
    ...(seconds !== undefined && {seconds}),
  };
}
