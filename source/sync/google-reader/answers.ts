import type {ServerKind} from '../../domain/sync/account.ts';
import type {Answer} from '../../http/http.ts';
import {malformed, objectOf} from '../ask-server.ts';
import type {ServerFeed, ServerItem} from '../server.ts';
import {itemId} from './item-id.ts';

type Fields = Readonly<Record<string, unknown>>;

/** One page of ids. A list that is not there is a fault, never an empty list. */
export function idPageFrom(answer: Answer): {ids: string[]; continuation?: string} {
  const {itemRefs, continuation} = objectOf(answer);
  if (!Array.isArray(itemRefs)) throw malformed(answer, 'without a list of articles');
  const ids = itemRefs.map(ref => {
    const {id} = fields(ref);
    if (typeof id !== 'string' && typeof id !== 'number')
      throw malformed(answer, 'with an article without id');
    return itemId(String(id));
  });
  const next = text(continuation) ?? (typeof continuation === 'number' ? String(continuation) : undefined);
  return {ids, ...(next !== undefined && next !== '' && {continuation: next})};
}

export function feedsFrom(answer: Answer, server: ServerKind): ServerFeed[] {
  const {subscriptions} = objectOf(answer);
  if (!Array.isArray(subscriptions)) throw malformed(answer, 'without a list of feeds');
  return subscriptions.map(each => {
    const {id, url, title, htmlUrl, categories} = fields(each);
    const stream = text(id);
    if (stream === undefined) throw malformed(answer, 'with a feed without id');
    const address = text(url) ?? stream.replace(/^feed\//u, '');
    const homepage = text(htmlUrl);
    const folder = (Array.isArray(categories) ? categories : [])
      .map(category => labelOf(text(fields(category)['id']) ?? '') ?? text(fields(category)['label']))
      .find(label => label !== undefined);
    return {
      stream,
      url: address,
      title: plain(text(title) ?? address, server),
      ...(homepage && {homepage}),
      ...(folder !== undefined && {folder}),
    };
  });
}

export function unreadCountFrom(answer: Answer): number | undefined {
  const {unreadcounts} = objectOf(answer);
  if (!Array.isArray(unreadcounts)) return undefined;
  const counts = unreadcounts.map(fields);
  const whole = counts.find(({id}) => stateOf(text(id) ?? '') === 'reading-list');
  if (whole) return Number(whole['count']);
  return counts
    .filter(({id}) => text(id)?.startsWith('feed/'))
    .reduce((sum, {count}) => sum + Number(count), 0);
}

export function itemsFrom(answer: Answer, server: ServerKind): ServerItem[] {
  const {items} = objectOf(answer);
  if (!Array.isArray(items)) throw malformed(answer, 'without articles');
  return items.flatMap(each => {
    const item = fields(each);
    const id = text(item['id']);
    const stream = text(fields(item['origin'])['streamId']);
    if (id === undefined || stream === undefined) return [];
    return [{id: itemId(id), stream, stamp: stampOf(item), article: articleFrom(item, server)}];
  });
}

/** Labels of which the server says whether they are folders or tags. */
export function tagListFrom(answer: Answer): readonly Readonly<{label: string; type: 'folder' | 'tag'}>[] {
  const {tags} = objectOf(answer);
  if (!Array.isArray(tags)) throw malformed(answer, 'without a list of tags');
  return tags.map(fields).flatMap(({id, type}) => {
    const label = labelOf(text(id) ?? '');
    return label !== undefined && (type === 'folder' || type === 'tag') ? [{label, type}] : [];
  });
}

/** The label after `user/…/label/`; the user's part differs from server to server. */
export function labelOf(stream: string): string | undefined {
  return /^user\/[^/]*\/label\/(.+)$/su.exec(stream)?.[1];
}

export function stateOf(stream: string): string | undefined {
  return /^user\/[^/]*\/state\/com\.google\/(.+)$/u.exec(stream)?.[1];
}

function articleFrom(item: Fields, server: ServerKind): ServerItem['article'] {
  const url = hrefOf(item['canonical']) ?? hrefOf(item['alternate']);
  const content = text(fields(item['content'])['content']) || text(fields(item['summary'])['content']) || '';
  const author = text(item['author']);
  const title = text(item['title']);
  const files = Array.isArray(item['enclosure']) ? item['enclosure'].map(fields) : [];
  const enclosures = files.flatMap(({href, type, length}) =>
    typeof href !== 'string' || text(type)?.startsWith('image')
      ? []
      : [
          {
            url: href,
            ...(typeof type === 'string' && {type}),
            ...(Number(length) > 0 && {bytes: Number(length)}),
          },
        ],
  );
  const tags = (Array.isArray(item['categories']) ? item['categories'] : []).filter(
    (category): category is string =>
      typeof category === 'string' && !/^user\/[^/]*\/(?:state|label)\//u.test(category),
  );
  return {
    ...(url !== undefined && {url, base: url}),
    ...(title !== undefined && {
      title: {content: plain(title, server), format: server === 'freshrss' ? 'text' : 'loose'},
    }),
    body: {format: 'html', content: enclosures.length > 0 ? withoutFigures(content) : content},
    ...(author && {authors: [{name: plain(author, server)}]}),
    published: [dateOf(item['published'])],
    tags,
    enclosures,
  };
}

/** FreshRSS ends a text with its enclosures, which are given apart as well. */
function withoutFigures(html: string): string {
  const [first = '', ...others] = html.split('<figure class="enclosure">');
  let kept = first;
  for (const other of others) {
    const end = other.indexOf(FIGURE_END);
    if (end === -1) return html;
    kept = kept.trimEnd() + other.slice(end + FIGURE_END.length);
  }
  return kept;
}

const FIGURE_END = '</figure>';

/** FreshRSS writes these three as their full-width twins, so that no other client takes them for markup. */
function plain(written: string, server: ServerKind): string {
  if (server !== 'freshrss') return written;
  return written.replaceAll(
    /[＆＜＞]/gu,
    character => ({'＆': '&', '＜': '<', '＞': '>'})[character] ?? character,
  );
}

function stampOf(item: Fields): number {
  const micro = Number(item['timestampUsec']);
  if (Number.isSafeInteger(micro) && micro > 0) return micro;
  const milli = Number(item['crawlTimeMsec']);
  return Number.isSafeInteger(milli * 1000) && milli > 0 ? milli * 1000 : 0;
}

function dateOf(seconds: unknown): string | undefined {
  const date = new Date(Number(seconds) * 1000);
  return Number(seconds) > 0 && !Number.isNaN(date.getTime()) ? date.toISOString() : undefined;
}

function hrefOf(links: unknown): string | undefined {
  return Array.isArray(links) ? text(fields(links[0])['href']) : undefined;
}

function fields(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? (value as Fields) : {};
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
