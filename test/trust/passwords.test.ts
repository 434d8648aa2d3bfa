import {afterAll, beforeAll, expect, test} from 'vitest';
import {rss, served} from '../helpers/feeds.ts';
import {commands} from '../helpers/commands.ts';
import {temporaryHome, type Home} from '../helpers/temporary-home.ts';
import {webServer, type WebServer} from '../helpers/web-server.ts';

/* A password that stands in an address is used where the source is fetched, and printed nowhere. */

let home: Home;
let web: WebServer;
let address: string;

beforeAll(async () => {
  [home, web] = await Promise.all([temporaryHome(), webServer()]);
  web.serve('/feed', served(rss('Pier', [{title: 'One', day: '2026-11-01'}])));
  address = `${web.origin.replace('://', '://ada:hush%40hush@')}/feed`;
});

afterAll(async () => {
  await Promise.all([web.close(), home.remove()]);
});

const UNKNOWN = 'http://ada:hush@hush@127.0.0.1:9/';

test(
  'no command prints a password of an address, in words or JSON, to either stream',
  {tags: 'long'},
  async () => {
    const run = commands(home);
    const lines = [
      ['add', address],
      ['list', '--json'],
      ['list', address],
      ['read', address],
      ['sources'],
      ['sources', '--json'],
      ['refresh', '--force', '--json'],
      ['refresh', address],
      ['doctor', '--json'],
      ['doctor', address],
      ['export'],
      ['export', '--state'],
      ['subscribe', 'ada@example.com', '--to', address, '--yes'],
      ['unsubscribe', address],
      ['arrange', address, '--name', 'Quay', '--json'],
      ['completion', 'suggest', '--', 'inkwell', 'remove', ''],
      ...[
        'add',
        'read',
        'refresh',
        'remove',
        'doctor',
        'import',
        'list',
        'open',
        'copy',
        'mark',
        'unsubscribe',
      ].map(name => [name, UNKNOWN]),
      ['account', 'add', 'miniflux', UNKNOWN],
      ['config', 'set', 'sources', JSON.stringify([address, {location: UNKNOWN, headers: {key: 'hush'}}])],
      ['config'],
      ['config', '--json'],
      ['export', '--state'],
    ];
    const failing = [
      ['refresh', '--force'],
      ['refresh', '--force', '--json'],
      ['sources', '--json'],
      ['list'],
      ['doctor', '--json'],
      ['export', '--state'],
      ['remove', address, '--json'],
      ['mark', '--undo'],
      ['remove', address],
    ];
    const judge = async (words: readonly string[]) => {
      const {stdout, stderr} = await run([...words, ...(words[0] === 'completion' ? [] : ['--verbose'])]);
      expect({words, hit: /.*hush.*/u.exec(stdout + stderr)?.[0]}).toEqual({words, hit: undefined});
    };
    for (const words of lines) await judge(words);
    web.serve('/feed', {status: 500});
    for (const words of failing) await judge(words);
  },
);

test(
  'a source is found by the address that is printed, and exported whole when asked',
  {tags: 'long'},
  async () => {
    const run = commands(home);
    await run(['config', 'unset', 'sources']);
    await run(['add', address, '--force']);
    expect((await run(['export', '--state', '--secrets'])).stdout).toContain('hush%40hush');
    expect((await run(['remove', address.replace('hush%40hush', '***')])).code).toBe(0);
  },
);
