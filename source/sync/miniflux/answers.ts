import type {Answer} from '../../http/http.ts';
import {jsonOf, malformed, objectOf} from '../ask-server.ts';
import type {ServerFeed, ServerItem} from '../server.ts';

type Fields = Readonly<Record<string, unknown>>;

/** A page of ids, highest first. A list that is not there is a fault, never an empty list. */
export function idsFrom(answer: Answer): readonly string[] {
  const list = objectOf(answer)['entry_ids'];
  // No article at all is written as null by some versions.
  if (list === null) return [];
  if (!Array.isArray(list)) throw malformed(answer, 'without a list of articles');
  return list.map(id => {
    if (!isId(id)) throw malformed(answer, 'with an article without id');
    return String(id);
  });
}

const isId = (id: unknown): id is number => Number.isSafeInteger(id) && (id as number) > 0;

/** The length of the whole list, as the server counts it. */
export function totalFrom(answer: Answer): number | undefined {
  const {total} = objectOf(answer);
  return typeof total === 'number' ? total : undefined;
}

export function feedsFrom(answer: Answer): ServerFeed[] {
  return listOf(answer, 'feeds').map(feed => {
    const {id, feed_url: url, site_url: homepage, title, category} = feed;
    if (typeof id !== 'number') throw malformed(answer, 'with a feed without id');
    const folder = fields(category)['title'];
    return {
      stream: String(id),
      url: text(url) ?? '',
      title: text(title) ?? text(url) ?? '',
      ...(typeof homepage === 'string' && homepage !== '' && {homepage}),
      ...(typeof folder === 'string' && {folder}),
    };
  });
}

/** A list of objects; some versions write an empty one as null. */
export function listOf(answer: Answer, what: string): readonly Fields[] {
  const all = jsonOf(answer);
  if (all === null) return [];
  if (!Array.isArray(all)) throw malformed(answer, `without a list of ${what}`);
  return all.map(fields);
}

export function unreadCountFrom(answer: Answer): number | undefined {
  const counts = Object.values(fields(objectOf(answer)['unreads'])).map(Number);
  return counts.every(count => Number.isFinite(count))
    ? counts.reduce((sum, count) => sum + count, 0)
    : undefined;
}

export function itemsFrom(answer: Answer): readonly ServerItem[] {
  const {entries} = objectOf(answer);
  if (entries === null) return [];
  if (!Array.isArray(entries)) throw malformed(answer, 'without articles');
  return entries.map(fields).filter(isEntry).map(itemFrom);
}

const isEntry = ({id, feed_id: feed}: Fields): boolean => typeof id === 'number' && typeof feed === 'number';

function itemFrom(entry: Fields): ServerItem {
  const url = text(entry['url']);
  const title = text(entry['title']);
  const author = text(entry['author']);
  const comments = text(entry['comments_url']);
  const enclosures = Array.isArray(entry['enclosures']) ? entry['enclosures'].map(fields) : [];
  return {
    id: String(entry['id']),
    stream: String(entry['feed_id']),
    stamp: stampOf(text(entry['created_at'])),
    article: {
      ...(url !== undefined && {url, base: url}),
      ...(title !== undefined && {title: {content: title, format: 'text'}}),
      body: {format: 'html', content: text(entry['content']) ?? ''},
      ...(author && {authors: [{name: author}]}),
      ...(comments && {comments}),
      published: [text(entry['published_at'])],
      tags: Array.isArray(entry['tags'])
        ? entry['tags'].filter((tag): tag is string => typeof tag === 'string')
        : [],
      enclosures: enclosures.flatMap(({url: file, mime_type: type, size}) =>
        typeof file === 'string'
          ? [
              {
                url: file,
                ...(typeof type === 'string' && {type}),
                ...(Number(size) > 0 && {bytes: Number(size)}),
              },
            ]
          : [],
      ),
    },
  };
}

function fields(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? (value as Fields) : {};
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** Millionths of a second since 1970; 0 for a moment that is none, or that no number holds. */
function stampOf(created: string | undefined): number {
  const stamp = Date.parse(created ?? '') * 1000;
  return Number.isSafeInteger(stamp) ? stamp : 0;
}
