import {execFileSync} from 'node:child_process';
import {mkdirSync, symlinkSync, truncateSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {afterAll, beforeAll, expect, test} from 'vitest';
import {testEach} from '../helpers/test-each.ts';
import {commands} from '../helpers/commands.ts';
import {program} from '../helpers/program.ts';
import {temporaryHome} from '../helpers/temporary-home.ts';
import type {Home} from '../helpers/temporary-home.ts';

/*
 * Files that are none, have no end, or are larger than any text: each command that takes a path ends by
 * itself, and says why in a sentence.
 */

let home: Home;
let run: ReturnType<typeof commands>;

beforeAll(async () => {
  home = await temporaryHome();
  run = commands(home);
  const at = (name: string) => join(home.folder, name);
  execFileSync('mkfifo', ['pipe', 'pipe.xml', 'pipe.md', 'pipe.eml', 'pipe.json'].map(at));
  for (const name of ['zero.xml', 'zero.md', 'zero.eml']) symlinkSync('/dev/zero', at(name));
  symlinkSync('loop', at('loop'));
  for (const name of ['large.xml', 'large.md', 'large.html', 'large.opml']) {
    writeFileSync(at(name), '');
    truncateSync(at(name), 1_900_000_000);
  }
});
afterAll(() => home.remove());

const NAMES = [
  '/dev/zero',
  '/dev/full',
  'pipe',
  'pipe.xml',
  'pipe.md',
  'pipe.eml',
  'zero.xml',
  'zero.md',
  'zero.eml',
  'loop',
  'large.xml',
  'large.md',
  'large.html',
  'large.opml',
];

testEach(
  '%s ends and says what is wrong with a device, a pipe, a circle of links and a file without measure',
  {cases: ['read', 'import', 'add', 'list'], always: 1, isSkipped: process.platform !== 'linux'},
  async command => {
    for (const name of NAMES) {
      const {code, stdout, stderr} = await run([command, name]);
      expect({name, code, stdout}).toEqual({
        name,
        code: command === 'read' && name === 'loop' ? 4 : 1,
        stdout: '',
      });
      expect(stderr).toMatch(/^inkwell: .*\p{L}{3,}.*\.$/mu);
      expect(stderr).not.toMatch(/\bE[A-Z]{4,}\b|Interrupted|undefined/u);
    }
  },
);

test('what a shell hands over as a file is read', async () => {
  const opml = '<opml version="2.0"><body><outline xmlUrl="http://pier.example/feed"/></body></opml>';
  const {stdout, code} = await program(home)(['import', '/dev/stdin'], {input: opml});
  expect({stdout, code}).toEqual({stdout: 'Imported 1 source.\n', code: 0});
});

test.runIf(process.platform === 'linux')('a log and preferences that are pipes hold nothing up', async () => {
  const log = await run(['list', '--log', 'pipe']);
  expect(log).toMatchObject({code: 1, stderr: expect.stringContaining('The log') as string});
  mkdirSync(join(home.folder, 'own'));
  execFileSync('mkfifo', [join(home.folder, 'own/config.json')]);
  expect((await run(['sources', '--config-dir', 'own'])).code).toBe(0);
});

test('no link leads out of a mailbox: neither a mail nor a folder of it', async () => {
  const mail = (name: string, subject: string, id: string) =>
    writeFileSync(
      join(home.folder, name),
      `From: ada@pier.example\nSubject: ${subject}\nMessage-ID: <${id}@pier.example>\nDate: Thu, 12 Nov 2026 10:00:00 +0000\nList-Id: <pier.example>\n\nThe lamp is lit.\n`,
    );
  for (const folder of ['private', 'mails', 'maildir', 'maildir/new', 'maildir/tmp'])
    mkdirSync(join(home.folder, folder));
  mail('private/secret.eml', 'Nobody’s business', '1');
  mail('mails/1.eml', 'For all', '2');
  mail('maildir/new/1', 'For all, too', '3');
  symlinkSync('../private/secret.eml', join(home.folder, 'mails/2.eml'));
  symlinkSync('../private', join(home.folder, 'maildir/cur'));
  await run(['add', 'mails']);
  await run(['add', 'maildir']);
  const {stdout} = await run(['list']);
  expect(stdout).toContain('For all');
  expect(stdout).toContain('For all, too');
  expect(stdout).not.toContain('business');
});
