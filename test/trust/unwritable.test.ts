import {mkdir, rm, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {writeBlog} from '../helpers/blog.ts';
import {checked} from '../helpers/checked.ts';
import type {Printed} from '../helpers/checked.ts';
import {canMount, runMounted, warnUntested} from '../helpers/child.ts';
import {commands} from '../helpers/commands.ts';
import type {Ran} from '../helpers/program.ts';
import {temporaryHome} from '../helpers/temporary-home.ts';
import type {Home} from '../helpers/temporary-home.ts';

/*
 * Every command on a library that can't be written: what reads goes on, what changes something fails with
 * exit 1, says what was not stored, and confirms nothing, in words and in JSON.
 */

const READ_ONLY = 'mount --bind "$FOLDER" "$FOLDER" && mount -o remount,bind,ro "$FOLDER"';
const FULL =
  'cp -a "$FOLDER" "$FOLDER.copy" && mount -t tmpfs -o size=3m tmpfs "$FOLDER" && cp -a "$FOLDER.copy/." "$FOLDER" && { cat /dev/zero > "$FOLDER/filler" 2>/dev/null || true; }';

/** What each says where it succeeds. */
const CONFIRMING =
  /Marked|Added|Removed|Arranged|Saved:|Deleted|Imported|new article|Removed the star|Following|again/u;

let home: Home;
let ids: readonly string[];
let changing: readonly (readonly string[])[];
let reading: readonly (readonly string[])[];

beforeAll(async () => {
  home = await temporaryHome();
  const run = commands(home);
  const blog = await writeBlog(home.folder, {articles: 4});
  const other = await writeBlog(join(home.folder, 'other'), {articles: 2});
  await run(['add', blog]);
  await run(['mark', '--star', '--query', 'title:1']);
  await run(['searches', 'Sea', 'tag:sea']);
  const mail = join(home.folder, 'mail');
  await mkdir(mail);
  await writeFile(
    join(mail, '1.eml'),
    'From: Pier <ada@pier.example>\nSubject: One\nDate: Thu, 12 Nov 2026 10:00:00 +0000\nList-Id: <pier.example>\nList-Unsubscribe: <https://pier.invalid/leave>\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\n\nThe lamp is lit.\n',
  );
  await run(['add', mail]);
  const account = {
    name: 'quay',
    base: 'http://127.0.0.1:9',
    api: 'google-reader',
    server: 'freshrss',
    user: 'ada',
    passwordEnv: 'HOME',
  };
  await run(['config', 'set', 'accounts', JSON.stringify([account])]);
  await run(['subscribe', 'ada@example.com', '--to', blog, '--yes']);
  const listed = await run(['list', '--format', '{id}']);
  ids = listed.stdout.trim().split('\n');
  const [id = ''] = ids;
  await run(['tag', id, '+early']);
  const opml = join(home.folder, 'subscriptions.opml');
  await writeFile(
    opml,
    '<opml version="2.0"><body><outline text="Pier" xmlUrl="http://pier.example/feed"/></body></opml>',
  );
  const state = join(home.folder, 'state.jsonl');
  await writeFile(state, (await run(['export', '--state'])).stdout);
  changing = [
    ['mark', '--star', ids[1] ?? ''],
    ['mark', '--read', '--query', 'is:unread'],
    ['mark', '--undo'],
    ['next', '--format', 'id'],
    ['add', other],
    ['add', other, '--force'],
    ['add', 'http://pier.example/feed', '--offline'],
    ['remove', blog],
    ['arrange', blog, '--hide'],
    ['arrange', blog, '--place', '1'],
    ['searches', 'Land', 'tag:land'],
    ['searches', 'Sea', '--forget'],
    ['import', opml],
    ['import', state],
    ['tag', ids[1] ?? '', '+later'],
    ['tag', '--query', 'is:unread', '+later'],
    ['tag', ids[0] ?? '', '-early'],
    ['save', 'http://127.0.0.1:9/page'],
    ['account', 'remove', 'quay'],
    ['unsubscribe', 'Pier', '--yes'],
    ['sync'],
    ['sync', 'quay'],
    ['arrange', blog, '--name', 'Quay'],
    ['refresh'],
    ['refresh', '--force'],
    ['subscribe', 'ada@example.com', '--to', blog, '--yes'],
    ['subscriptions', '--forget', '1'],
    ['subscriptions', '--confirm', '1'],
  ];
  reading = [
    ['list'],
    ['list', '--json', '--bodies'],
    ['list', other],
    ['search', 'lamp'],
    ['read', id],
    ['related', id],
    ['next', '--keep'],
    ['searches'],
    ['sources'],
    ['subscriptions'],
    ['export'],
    ['export', '--state'],
  ];
});

afterAll(() => home.remove());

type Line = Pick<Ran, 'code' | 'stdout' | 'stderr'> & Readonly<{words: readonly string[]}>;

function eachLine(mount: string, lines: readonly (readonly string[])[]): readonly Line[] {
  const folder = join(home.folder, 'data');
  const path = join(import.meta.dirname, 'programs/each-line.ts');
  const environment = Object.entries(home.environment).map(([name, value]) => `export ${name}='${value}'`);
  const setUp = [...environment, mount].join(' && ');
  return JSON.parse(runMounted(setUp, folder, path, JSON.stringify(lines))) as readonly Line[];
}

const schemaOf = ([name]: readonly string[]): keyof Printed =>
  name === 'next' ? 'read' : (name as keyof Printed);

describe.skipIf(!canMount).each([
  ['read-only', READ_ONLY],
  ['full', FULL],
])('on a disk that is %s', (_, mount) => {
  test('each command that changes something fails and confirms nothing', () => {
    for (const {words, code, stdout, stderr} of eachLine(mount, changing)) {
      expect({words, code}).toEqual({words, code: 1});
      expect(`${words.join(' ')}: ${stdout}${stderr}`).not.toMatch(CONFIRMING);
      expect(stderr).toMatch(/^inkwell: .*(?:cannot be written|disk is full|disk gave an error)/mu);
    }
  });

  test('each says so in JSON too', {tags: 'long'}, () => {
    const asJson = changing.map(words =>
      words[0] === 'next' ? ['next', '--format', 'json'] : [...words, '--json'],
    );
    for (const {words, code, stdout, stderr} of eachLine(mount, asJson)) {
      checked(schemaOf(words), {code, stdout, stderr, json: () => JSON.parse(stdout) as unknown});
      const {version, problems, ...rest} = JSON.parse(stdout) as {version: number; problems: object[]};
      expect({words, code, version}).toEqual({words, code: 1, version: 1});
      expect(problems).toContainEqual(
        expect.objectContaining({message: expect.stringMatching(/cannot be written|disk/u) as string}),
      );
      if (words[0] === 'next') continue;
      const stored = Object.values(rest).filter(value => Array.isArray(value) || typeof value === 'number');
      expect({words, stored: stored.flat().filter(Boolean)}).toEqual({words, stored: []});
    }
  });

  test('each command that reads goes on', {tags: 'long'}, () => {
    const [list, ...rest] = eachLine(mount, reading);
    expect(list?.stdout.match(/of the log/gu)).toHaveLength(4);
    for (const {words, code} of rest) expect({words, code}).toEqual({words, code: 0});
  });
});

if (!canMount) warnUntested('every command on a read-only and on a full disk');

test('where the folder of the library cannot be made, nothing is confirmed', async () => {
  const bare = await temporaryHome();
  const run = commands(bare);
  await rm(join(bare.folder, 'data'), {recursive: true, force: true});
  await writeFile(join(bare.folder, 'data'), 'a file');
  const blog = await writeBlog(bare.folder, {articles: 2});
  for (const words of [
    ['add', blog],
    ['searches', 'Sea', 'tag:sea'],
    ['import', '-'],
  ]) {
    const {code, stdout, stderr} = await run(words, {
      input: '<opml version="2.0"><body><outline xmlUrl="http://pier.example/feed"/></body></opml>',
    });
    expect({words, code}).toEqual({words, code: 1});
    expect(`${stdout}${stderr}`).not.toMatch(CONFIRMING);
    expect(stderr).toContain('its folder cannot be made');
    expect(stderr).not.toMatch(/\bE[A-Z]{4,}\b/u);
  }
  await bare.remove();
});
