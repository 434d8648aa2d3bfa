import {existsSync} from 'node:fs';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {LONGEST_LINE} from '../../source/app/prompt/field.ts';
import {MOST_SOURCES} from '../../source/services/exchange/import-sources.ts';
import {LONGEST_NAME, LONGEST_TEXT} from '../../source/services/exchange/measured.ts';
import {LONGEST_STATE_LINE} from '../../source/services/exchange/state-file.ts';
import {
  LIST_BYTES,
  MOST_LEFT_OUT,
  READING_MEGABYTES,
  READING_SECONDS,
  TEXT_BYTES,
} from '../../source/domain/limits.ts';
import {LONGEST_QUERY} from '../../source/domain/query/query-tokens.ts';
import {MOST_ENCODINGS} from '../../source/http/receive-body.ts';
import {LEAVING_SECONDS} from '../../source/effects/write-queue.ts';
import {DECODING, EDGE, MOST_MEGAPIXELS} from '../../source/images/decode/decode.ts';
import {SETTINGS} from '../../source/options/table.ts';
import {MOST} from '../../source/platform/clipboard.ts';
import {DEEPEST} from '../../source/sources/format/xml/read-xml-feed.ts';
import {LARGEST, MOST_ALIASES} from '../../source/sources/front-matter/read-fields.ts';
import {LARGEST_THEME} from '../../source/options/theme-file.ts';
import {OPENING, VISIT} from '../../source/sources/mail/imap-folder.ts';
import {QUIET} from '../../source/sources/mail/watch-imap.ts';
import {LIST_MINUTES, MOST_IDS, MOST_PAGES, READING, WRITING} from '../../source/sync/ask-server.ts';
import {LONGEST} from '../../source/typeset/markdown/splitter.ts';
import {linksOf, ROOT, textOf} from './documents.ts';

const DOCUMENT = 'SECURITY.md';

/** What each bold number counts, and the number in the code. */
const LIMITS: Readonly<Record<string, unknown>> = {
  articles: defaultOf('limits.items'),
  levels: DEEPEST,
  'seconds of reading': READING_SECONDS,
  megabytes: READING_MEGABYTES,
  characters: LARGEST,
  aliases: MOST_ALIASES,
  'characters of a block': LONGEST,
  bytes: defaultOf('limits.bytes'),
  'encodings of an answer': MOST_ENCODINGS,
  'left out of one source': MOST_LEFT_OUT,
  'seconds of fetching': defaultOf('limits.seconds'),
  redirects: defaultOf('limits.redirects'),
  'million pixels': MOST_MEGAPIXELS,
  'pixels wide or high': EDGE,
  'seconds of decoding': DECODING.seconds,
  'megabytes of decoding': DECODING.megabytes,
  'bytes of a copy': MOST,
  'seconds of leaving': LEAVING_SECONDS,
  'characters of a line': LONGEST_LINE,
  'characters of a query': LONGEST_QUERY,
  'sources of a file': MOST_SOURCES,
  'bytes of a theme': LARGEST_THEME,
  'megabytes of standard input': TEXT_BYTES / 1_000_000,
  'megabytes of a list of sources': LIST_BYTES / 1_000_000,
  'million characters of a line of a state': LONGEST_STATE_LINE / 1_000_000,
  'seconds of an answer': READING / 1000,
  'seconds of a change': WRITING / 1000,
  'pages of a list': MOST_PAGES,
  'ids of a list': MOST_IDS,
  'minutes of a list': LIST_MINUTES,
  'seconds until a folder is open': OPENING / 1000,
  'characters of an imported text': LONGEST_TEXT,
  'characters of an imported name': LONGEST_NAME,
  'minutes of a visit': VISIT / 60_000,
  'seconds between two looks': QUIET / 1000,
};

const [, PROMISES = ''] = textOf(DOCUMENT).split('## Promises\n');
const promises = PROMISES.split('\n')
  .filter(line => line.startsWith('| ') && !/^\| (?:promise|---) /.test(line))
  .map(line => line.slice(2, -2).split(' | '));

test('every promise has a limit, a setting or none, and a test that is there', () => {
  expect(promises.length).toBeGreaterThan(30);
  expect(promises.filter(cells => cells.length !== 4)).toEqual([]);
  const settings = SETTINGS.map(({key}) => `\`${key}\``);
  expect(promises.filter(([, , setting = '']) => ![...settings, 'none'].includes(setting))).toEqual([]);
  expect(promises.filter(([, , , held = '']) => !/\]\(test\/[^)]+\.test\.ts\)/.test(held))).toEqual([]);
  expect(linksOf(DOCUMENT).filter(file => !existsSync(join(ROOT, file)))).toEqual([]);
});

test('every limit in it is the one in the code', () => {
  const said = promises.flatMap(([, limit = '']) =>
    [...limit.matchAll(/\*\*([\d,]+) ([^*]+)\*\*/g)].map(([, number = '', unit = '']) => [
      unit,
      Number(number.replaceAll(',', '')),
    ]),
  );
  expect(Object.fromEntries(said)).toEqual(LIMITS);
});

function defaultOf(key: (typeof SETTINGS)[number]['key']): unknown {
  return SETTINGS.find(setting => setting.key === key)?.default;
}
