import {join} from 'node:path';
import {afterEach, beforeEach, expect, test} from 'vitest';
import {makeNewsboatCache, cachedItem} from '../helpers/newsboat.ts';
import {runCommand} from '../helpers/commands.ts';
import {temporaryHome, type Home} from '../helpers/temporary-home.ts';
import {webServer} from '../helpers/web-server.ts';

/*
 * A process that listens for Ctrl-C hears it only when its synchronous work is done, such as a query over the
 * whole library. So a command asks for the signal only where it fetches.
 */

let home: Home;
let asked = 0;

beforeEach(async () => {
  home = await temporaryHome();
  const cache = join(home.folder, 'cache.db');
  const feed = 'https://pier.example/feed';
  makeNewsboatCache(cache, [feed], [cachedItem(feed, {guid: '1', title: 'The lamp', url: `${feed}/1`})]);
  await runCommand(home.environment, ['import', cache]);
  asked = 0;
});

afterEach(() => home.remove());

const interruption = {
  get signal() {
    asked++;
    return new AbortController().signal;
  },
  hasHappened: false,
};

test.each([
  ['search', 'text:/(a+)+b/'],
  ['search', 'lamp'],
  ['list', '--offline', '--query', 'text:/(a+)+b/'],
  ['list', '--offline', '--json', '--bodies'],
  ['next', 'text:/(a+)+b/'],
  ['tag', '--query', 'text:/(a+)+b/', '+dim'],
  ['mark', '--query', 'text:/(a+)+b/', '--read'],
  ['rules', 'test', 'text:/(a+)+b/', 'read'],
  ['export', '--state'],
  ['sources'],
])('%s %s %s asks the library alone, and leaves Ctrl-C to the system', async (...words) => {
  const {stderr} = await runCommand(home.environment, words, interruption);
  expect(stderr).not.toContain('--help');
  expect(asked).toBe(0);
});

test('what fetches is asked to end', async () => {
  const web = await webServer();
  await runCommand(home.environment, ['list', `${web.origin}/gone`], interruption);
  expect(asked).toBe(1);
  await web.close();
});
