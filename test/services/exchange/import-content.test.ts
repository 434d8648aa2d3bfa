import {truncateSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {afterEach, beforeEach, expect, test} from 'vitest';
import {LIST_BYTES} from '../../../source/domain/limits.ts';
import {contentIn} from '../../../source/services/exchange/import-content.ts';
import {LONGEST_NAME, LONGEST_TEXT} from '../../../source/services/exchange/measured.ts';
import {isState, LONGEST_STATE_LINE, stateParts} from '../../../source/services/exchange/state-file.ts';
import {runCommand} from '../../helpers/commands.ts';
import {cachedItem, makeNewsboatCache} from '../../helpers/newsboat.ts';
import {temporaryHome, type Home} from '../../helpers/temporary-home.ts';

let home: Home;

beforeEach(async () => {
  home = await temporaryHome();
});

afterEach(() => home.remove());

const run = (...argv: readonly string[]) => runCommand(home.environment, argv);

const HEAD = '{"kind":"inkwell","version":1}\n';

/** A text without end, and how often it was asked for more. */
function endless(piece: string, head = '') {
  const asked = {times: 0, isEnded: false};
  async function* chunks(): AsyncGenerator<Buffer> {
    try {
      if (head !== '') yield Buffer.from(head);
      for (;;) {
        asked.times++;
        yield Buffer.from(piece);
      }
    } finally {
      asked.isEnded = true;
    }
  }
  return {asked, chunks: chunks()};
}

test('a state without end comes in parts, and nothing is read before it is asked for', async () => {
  const line = `${JSON.stringify({kind: 'query', name: 'New', query: 'is:unread'})}\n`;
  const {asked, chunks} = endless(line, HEAD);
  const content = await contentIn(chunks, 'A pipe');
  if (content.kind !== 'state') throw new Error('It is a list.');
  expect(asked.times).toBe(0);
  const sizes: number[] = [];
  for await (const part of content.parts) {
    sizes.push(part.length);
    if (sizes.length === 3) break;
  }
  expect(sizes).toEqual([500, 500, 500]);
  expect(asked).toEqual({times: 1499, isEnded: true});
});

test('long lines come in smaller parts', async () => {
  const long = JSON.stringify({kind: 'query', name: 'a'.repeat(3_000_000), query: ''});
  const {asked, chunks} = endless(`${long}\n`, HEAD);
  const content = await contentIn(chunks, 'A pipe');
  if (content.kind !== 'state') throw new Error('It is a list.');
  for await (const part of content.parts) {
    expect(part.length).toBe(3);
    break;
  }
  expect(asked.times).toBe(2);
});

test('a line without end is refused with its number, and the source is let go', async () => {
  const {asked, chunks} = endless('a'.repeat(1000));
  async function* text(): AsyncGenerator<string> {
    yield HEAD;
    for await (const chunk of chunks) yield String(chunk);
  }
  const reading = stateParts(text(), 20_000).next();
  await expect(reading).rejects.toMatchObject({
    problem: {kind: 'too-large', message: "Line 2 can't be imported: it has more than 20000 characters."},
  });
  expect(asked).toEqual({times: 21, isEnded: true});
  expect(LONGEST_STATE_LINE).toBeLessThan(40_000_000);
});

test.each(['a', '\n', ' ', '\0', 'https://pier.example/\n'])(
  'a list of %j without end is refused',
  async piece => {
    const {asked, chunks} = endless(piece.repeat(10_000));
    await expect(contentIn(chunks, 'A pipe')).rejects.toMatchObject({
      problem: {kind: 'too-large', message: 'A pipe has no end, or is larger than 10 MB.'},
    });
    expect(asked.isEnded).toBe(true);
    expect(asked.times * piece.length * 10_000).toBeLessThan(LIST_BYTES * 1.1);
  },
);

test('a list that is larger than its limit is refused before it is read', async () => {
  const file = join(home.folder, 'urls');
  writeFileSync(file, 'https://pier.example/\n');
  truncateSync(file, LIST_BYTES + 1);
  expect(await run('import', file)).toMatchObject({
    code: 1,
    stdout: '',
    stderr: expect.stringContaining('is larger than 10 MB') as string,
  });
});

test('more sources than are followed are refused, also where each is skipped', async () => {
  const file = join(home.folder, 'urls');
  writeFileSync(file, 'exec:lamp\n'.repeat(10_001));
  const {code, stderr} = await run('import', file);
  expect(code).toBe(1);
  expect(stderr).toBe(
    'inkwell: The file names 10001 sources; 10000 are imported at most. Split it, and import what you read.\n',
  );
});

test.each([
  ['{"kind":"inkwell","version":1}', true],
  ['{ "kind" : "inkwell", "version": 1 }\r\n', true],
  ['{"version":1,"kind":"inkwell"}', true],
  ['\ufeff\n  \n{"kind": "inkwell"}\nmore', true],
  ['{"kind":"inkwellian"}', false],
  ['{"kind":"publication"}', false],
  ['null', false],
  ['["inkwell"]', false],
  ['https://pier.example/ "inkwell"', false],
  ['{"kind":"inkwell"', false],
  ['', false],
])('%j begins a state: %s', (text, expected) => {
  expect(isState(text)).toBe(expected);
});

test('a state that another program has written anew is imported, in any of its encodings', async () => {
  const head = '{ "kind": "inkwell", "version": 1 }';
  const text = `\r\n${head}\r\n{ "kind": "query", "name": "Lämp", "query": "is:unread" }\r\n`;
  const file = join(home.folder, 'state.jsonl');
  for (const bytes of [text, `\ufeff${text}`, Buffer.from(`\ufeff${text}`, 'utf16le')]) {
    writeFileSync(file, bytes);
    expect(await run('import', file)).toMatchObject({code: 0, stderr: ''});
    expect((await run('searches')).stdout).toContain('Lämp');
    expect((await run('searches', '--forget', 'Lämp')).code).toBe(0);
  }
});

test('a cache of newsboat of any size comes in parts, in the order of its feeds', async () => {
  const feeds = ['https://pier.example/feed', 'https://quay.example/feed'];
  const long = `<p>${'A lamp is lit early. '.repeat(50_000)}</p>`;
  const items = feeds.flatMap((feed, number) =>
    [...Array(5).keys()].map(index =>
      cachedItem(feed, {
        guid: `${number}-${index}`,
        title: `Lamp ${number}-${index}`,
        url: `${feed}/${index}`,
        pubDate: Date.UTC(2026, 10, 1 + index) / 1000,
        ...(index === 2 && {deleted: 1}),
        ...(number === 0 && {content: long}),
      }),
    ),
  );
  const cache = join(home.folder, 'cache.db');
  makeNewsboatCache(cache, feeds, items);
  expect(await run('import', cache)).toMatchObject({code: 0, stdout: 'Imported 2 sources, 8 articles.\n'});
  const {articles} = (await run('list', '--offline', '--json')).json() as {
    articles: {title: string; publishedAt: string}[];
  };
  expect(articles.map(({title}) => title).toSorted()).toEqual(
    ['0-0', '0-1', '0-3', '0-4', '1-0', '1-1', '1-3', '1-4'].map(name => `Lamp ${name}`),
  );
});

/** The longest texts of a value, but for bodies. */
function longest(value: unknown): number {
  if (typeof value === 'string') return value.length;
  if (typeof value !== 'object' || value === null) return 0;
  return Math.max(0, ...Object.values(value).map(longest));
}

test('no name, tag or title of a file is longer than a feed may have it', async () => {
  const long = 'Lamp '.repeat(20_000);
  const location = 'https://pier.example/feed';
  const source = {isListed: true, isHidden: false, isMuted: false, rank: 0, inSource: 1, failures: 0};
  const lines = [
    {kind: 'inkwell', version: 1},
    {
      kind: 'publication',
      publication: {id: 'pier', location, title: long, tagline: long},
      source: {
        ...source,
        openedAt: '2026-11-02T00:00:00.000Z',
        fetchedAt: '2026-11-02T00:00:00.000Z',
        folder: long,
        settings: {name: long},
        validators: {etag: long},
      },
    },
    {
      kind: 'article',
      article: {
        id: 'articlelampy',
        publicationId: 'pier',
        position: 0,
        title: long,
        excerpt: long,
        tags: Array.from({length: 50_000}, () => 'dim'),
        authors: [{name: long, deep: JSON.parse(`${'['.repeat(500)}${']'.repeat(500)}`) as unknown}],
        words: 1,
        minutes: 1,
        isPartial: false,
      },
      marks: {isRead: false, isStarred: false, progress: 0},
      body: {format: 'text', content: long},
      addedAt: '2026-11-02T00:00:00.000Z',
    },
    {kind: 'query', name: long, query: 'lamp'},
  ];
  const file = join(home.folder, 'state.jsonl');
  writeFileSync(file, lines.map(line => JSON.stringify(line)).join('\n'));
  expect(await run('import', file)).toMatchObject({code: 0, stdout: 'Imported 1 source, 1 article.\n'});
  const listed = (await run('list', '--offline', '--json')).json() as {articles: {id: string}[]};
  expect(longest(listed)).toBeLessThanOrEqual(LONGEST_TEXT);
  expect(JSON.stringify(listed).length).toBeLessThan(50_000);
  expect(longest((await run('sources', '--json')).json())).toBeLessThanOrEqual(LONGEST_TEXT);
  expect(longest((await run('searches', '--json')).json())).toBeLessThanOrEqual(LONGEST_TEXT);
  expect(await run('read', listed.articles[0]?.id ?? '', '--format', 'markdown')).toMatchObject({
    code: 0,
    stdout: expect.stringContaining(long.trim()) as string,
  });
});

test('no name of a list is longer than a name, and an address without measure is skipped', async () => {
  const long = 'lamp'.repeat(300_000);
  const file = join(home.folder, 'list');
  const texts = [
    `<opml version="2.0"><body><outline text="${long}"><outline text="${long}" xmlUrl="https://pier.example/1"/>
     <outline text="a" xmlUrl="https://pier.example/${long}"/></outline></body></opml>`,
    `https://pier.example/2 ${long} "~${long}"\nhttps://pier.example/${long}\n${'"'.repeat(100_000)}\n`,
  ];
  for (const text of texts) {
    writeFileSync(file, text);
    const {code, stdout, stderr} = await run('import', file);
    expect({code, stdout}).toEqual({code: 3, stdout: 'Imported 1 source.\n'});
    expect(stderr).toContain('… is not a web address and was skipped.');
    expect(stderr.length).toBeLessThan(1000);
  }
  expect(longest((await run('sources', '--json')).json())).toBeLessThanOrEqual(LONGEST_NAME);
});
