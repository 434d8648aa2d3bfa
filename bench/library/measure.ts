import {existsSync, rmSync, statSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import type {Library} from '../../source/ports/library.ts';
import type {View} from '../../source/domain/query/view.ts';
import {openLibrary} from '../../source/library/file/open-library.ts';
import {fillLibrary} from './fill-library.ts';
import {RARE_WORD} from './make-article.ts';

/*
 * node bench/library/measure.ts [SIZE…]
 * What the library's calls cost with 1,000, 10,000 and 100,000 articles: milliseconds, median and worst of
 * some tries. Libraries are kept in the temporary folder between runs. A million (`node
 * bench/library/measure.ts 10000 100000 1000000`) has 3,000 publications; filling it takes an hour.
 */

const FOLDER = join(tmpdir(), 'inkwell-bench');
/** The day after the newest article. */
const now = (): number => Date.UTC(2026, 10, 2);
/** Publications of one library, at most; and of a million articles. */
const FEEDS = 200;
const FEEDS_OF_MANY = 3000;

type Measured = Map<string, string[]>;

const sizes = process.argv.slice(2).map(Number);
const table: Measured = new Map();
for (const size of sizes.length > 0 ? sizes : [1000, 10_000, 100_000]) measure(size, table);
print(table);

function measure(size: number, table: Measured): void {
  const path = join(FOLDER, `library-${size}.db`);
  const isThere = existsSync(path);
  const filling = isThere ? 0 : time(() => fillLibrary(path, feedsOf(size)));
  text(table, 'fill', isThere ? 'kept' : shown(filling));
  const opening = performance.now();
  const library: Library = openLibrary(path, {now});
  library.window({query: ''}, 0, 50);
  row(table, 'open and first window', [performance.now() - opening]);
  const total = library.window({query: ''}, 0, 0).total;
  let change = 0;
  // Anything kept from the last question is out of date after this.
  const touch = (): void => library.saveQuery('bench', String(change++));
  const window = (name: string, view: View, offset = 0): void => {
    note(table, name, () => library.window(view, offset, 50), 15, touch);
  };
  window('window, beginning', {query: ''});
  window('window, middle', {query: ''}, Math.floor(total / 2));
  window('window, end', {query: ''}, total - 50);
  note(
    table,
    'next window while scrolling',
    attempt => library.window({query: ''}, Math.floor(total / 3) + attempt * 50, 50),
    15,
  );
  window('unread, middle', {query: 'is:unread'}, Math.floor(total / 2));
  window('one publication', {publications: [library.publications()[7]?.id ?? ''], query: ''});
  window('filter, one letter', {query: '', filter: 'a'});
  window('filter, three letters', {query: '', filter: 'riv'});
  window('filter, nothing found', {query: '', filter: 'qqqq'});
  window('query, a word in most', {query: 'the'});
  window('query, two frequent words', {query: 'river galaxy'});
  window('ranked, a publication and a word', {
    query: 'river',
    publications: [library.publications()[7]?.id ?? ''],
    order: 'relevance',
  });
  window('query, a rare word', {query: RARE_WORD});
  window('query, unread and short', {query: 'is:unread read:<2m'});
  window('query, since and not a word', {query: 'since:30d -river'});
  window('query, two characters', {query: '東京'});
  note(table, 'search, a word in most', () => library.search('the', 20), 9);
  note(table, 'search, a rare word', () => library.search(RARE_WORD, 20), 9);
  const {id = ''} = library.window({query: ''}, Math.floor(total / 2), 1).rows[0] ?? {};
  note(table, 'place of an article', () => library.indexOf({query: ''}, id), 15);
  note(table, 'next unread', () => library.nextUnread({query: ''}, id), 15);
  note(table, 'counts of all publications', () => library.publications(), 15);
  note(table, 'article', () => library.article(id), 15);
  note(table, 'body', () => library.body(id), 15);
  note(table, 'related', () => library.related(id, 4), 15);
  note(table, 'mark', attempt => library.mark([id], {isRead: attempt % 2 === 0}), 15);
  note(table, 'undo', () => library.undo(), 15);
  note(table, 'keep position', attempt => library.keepPosition(id, {block: attempt, offset: 0}, 0.5), 15);
  note(table, 'mark all read', () => library.markAllRead({query: ''}), 1);
  note(table, 'undo that', () => library.undo(), 1);
  note(table, 'unread, beginning', () => library.window({query: 'is:unread'}, 0, 50), 9, touch);
  row(table, 'export of the state', [time(() => countOf(library.exportState()))]);
  row(table, 'maintain, without a copy', [time(() => library.maintain())]);
  rmSync(`${path}.good`, {force: true});
  row(table, 'maintain, with a copy', [time(() => library.maintain())]);
  library.close();
  text(table, 'file, MB', (statSync(path).size / 1e6).toFixed(0));
  text(table, 'memory, MB', (process.memoryUsage.rss() / 1e6).toFixed(0));
}

function feedsOf(size: number): {feeds: number; articles: number} {
  const most = size >= 1_000_000 ? FEEDS_OF_MANY : FEEDS;
  const feeds = Math.min(most, Math.ceil(size / 50));
  return {feeds, articles: Math.ceil(size / feeds)};
}

function countOf(lines: Iterable<unknown>): number {
  let count = 0;
  for (const _ of lines) count++;
  return count;
}

/** Times some tries, each after `before`. */
function note(
  table: Measured,
  name: string,
  work: (attempt: number) => unknown,
  tries: number,
  before?: () => void,
): void {
  const times = Array.from({length: tries}, (_, attempt) => {
    before?.();
    return time(() => work(attempt));
  });
  row(table, name, times);
}

function time(work: () => unknown): number {
  const started = performance.now();
  work();
  return performance.now() - started;
}

function row(table: Measured, name: string, times: readonly number[]): void {
  const sorted = times.toSorted((a, b) => a - b);
  const median = sorted[sorted.length >> 1] ?? 0;
  const worst = sorted.at(-1) ?? 0;
  text(table, name, times.length === 1 ? shown(median) : `${shown(median)} / ${shown(worst)}`);
}

function text(table: Measured, name: string, value: string): void {
  table.set(name, [...(table.get(name) ?? []), value]);
}

function shown(milliseconds: number): string {
  return milliseconds.toFixed(milliseconds < 10 ? 2 : 0);
}

function print(table: Measured): void {
  const heads = sizes.length > 0 ? sizes : [1000, 10_000, 100_000];
  process.stdout.write(
    `${'ms, median / worst'.padEnd(30)}${heads.map(size => String(size).padStart(16)).join('')}\n`,
  );
  for (const [name, values] of table)
    process.stdout.write(`${name.padEnd(30)}${values.map(value => value.padStart(16)).join('')}\n`);
}
