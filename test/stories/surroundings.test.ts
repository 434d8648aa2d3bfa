/** @module-tag long */

import {mkdir, rm, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {DatabaseSync} from 'node:sqlite';
import {describe, expect, test} from 'vitest';
import {writeBlog} from '../helpers/blog.ts';
import {canMount} from '../helpers/child.ts';
import {commands} from '../helpers/commands.ts';
import {aHome, aServer, reader, readerOnBlog} from '../helpers/story.ts';
import type {Home} from '../helpers/temporary-home.ts';
import {ENTRY} from '../helpers/terminal.ts';

/** What the library says of each article that was read or starred. */
function kept(home: Home): unknown[] {
  const file = new DatabaseSync(join(home.folder, 'data/inkwell/library.db'));
  const rows = file
    .prepare(
      'SELECT title, is_starred star, progress > 0 begun FROM article JOIN entry USING (key) WHERE is_starred OR progress > 0 ORDER BY title',
    )
    .all();
  file.close();
  return rows.map(({title, star, begun}) => [title, star, begun]);
}

describe('a terminal that goes away', () => {
  test.each(['closed', 'hung up'])(
    '(%s) ends the reader, which keeps what was done to the last moment',
    async how => {
      const {terminal, home} = await readerOnBlog();
      terminal.act('toggle-star', 'open');
      await terminal.until('Watch 1 of entry 1');
      terminal.act('half-down', 'half-down');
      await terminal.until(one => !one.screen().includes('Watch 1 of entry 1'));
      if (how === 'closed') terminal.hangUp();
      else terminal.kill('SIGHUP');
      await terminal.exit();
      expect(kept(home)).toEqual([['Entry 1 of the log', 1, 1]]);
    },
  );
});

describe('a clock that is set back', () => {
  test('costs no place, no mark and no order', async () => {
    const clock = join(import.meta.dirname, '../helpers/clock.ts');
    const {terminal, home, blog} = await readerOnBlog({
      command: [process.execPath, '--import', clock, ENTRY],
    });
    terminal.act('toggle-star');
    await terminal.until('Starred.');
    terminal.kill('SIGUSR2');
    terminal.act('down', 'toggle-star');
    await terminal.until(/▌ ★ Entry 2[\s\S]*Starred\./);
    terminal.act('undo');
    await terminal.until('Removed the star from “Entry 2 of the log”.');
    terminal.act('open');
    await terminal.until('Watch 1 of entry 2');
    terminal.act('half-down', 'half-down');
    await terminal.until(one => !one.screen().includes('Watch 1 of entry 2'));
    terminal.act('refresh');
    await terminal.until(/Nothing new|up to date|no new/i);
    terminal.act('quit');
    expect(await terminal.exit()).toMatchObject({code: 0});
    expect(kept(home)).toEqual([
      ['Entry 1 of the log', 1, 0],
      ['Entry 2 of the log', 0, 1],
    ]);
    const again = reader(home, {arguments: [blog]});
    await again.until(/Entry 2 of the log[\s\S]*1 of 12$/);
    again.act('down', 'open');
    await again.until(one => /Watch [23] of entry 2/.test(one.screen()) && !/Watch 1 of/.test(one.screen()));
  });
});

describe('the network', () => {
  test('that goes in the middle of a refresh costs nothing that was there or had come, and is said', async () => {
    const [home, server] = [await aHome(), await aServer()];
    const run = commands(home);
    expect(await run(['add', await writeBlog(home.folder)])).toMatchObject({code: 0});
    const names = ['/one', '/two', '/three'];
    for (const name of names)
      server.serve(name, {
        body: `<rss version="2.0"><channel><title>${name}</title><item><title>News of ${name}</title></item></channel></rss>`,
      });
    await run(['add', '--offline', ...names.map(name => `${server.origin}${name}`)]);
    server.hold('/three');
    const terminal = reader(home, {environment: {INKWELL_REFRESH_ON_START: 'false'}});
    await terminal.until('1 of 12');
    terminal.act('toggle-star', 'refresh');
    await terminal.until(/of 14 unread/);
    await server.close();
    await terminal.until(/three\s+could\s+not\s+be\s+fetched/);
    terminal.act('down');
    await terminal.until(/▌ ?● .*(?:Entry 2 of the log|News of)/);
    terminal.act('quit');
    expect(await terminal.exit()).toMatchObject({code: 0});
    expect(kept(home)).toEqual([['Entry 1 of the log', 1, 0]]);
    const {stdout} = await run(['sources']);
    expect(stdout).toMatch(/three[\s\S]*(?:refused|ended|broke|reach)/);
  });
});

describe('a disk', () => {
  const OWN_DISK = 'mkdir -p "$XDG_DATA_HOME" && mount -t tmpfs -o size=4m tmpfs "$XDG_DATA_HOME"';
  const READ_ONLY =
    'mount --bind "$XDG_DATA_HOME" "$XDG_DATA_HOME" && mount -o remount,bind,ro "$XDG_DATA_HOME" && exec "$@"';

  test.skipIf(!canMount)(
    'that is read-only is reported on the screen: reading goes on, and no star is confirmed',
    async () => {
      const home = await aHome();
      expect(await commands(home)(['add', await writeBlog(home.folder)])).toMatchObject({code: 0});
      const terminal = reader(home, {
        command: ['unshare', '-Urm', 'sh', '-c', READ_ONLY, 'sh', process.execPath, ENTRY],
      });
      await terminal.until(/cannot\s+be\s+written[\s\S]*nothing\s+is\s+stored\s+in\s+this\s+run/);
      terminal.act('toggle-star');
      await terminal.until(/mark\s+was\s+not\s+stored/);
      expect(terminal.screen()).not.toMatch(/★|Starred/);
      terminal.act('down', 'open');
      await terminal.until('Watch 1 of entry 2');
      terminal.act('half-down', 'back');
      await terminal.until(/▌ . Entry 2 of the log/);
      terminal.act('refresh', 'quit');
      expect(await terminal.exit()).toMatchObject({code: 0});
      expect(kept(home)).toEqual([]);
    },
  );

  test.skipIf(!canMount)(
    'that is full keeps nobody from reading, nor from hearing what became of a sign-up',
    async () => {
      const server = await aServer();
      server.serve('/subscribe', {body: '{"ok":true}', headers: {'content-type': 'application/json'}});
      const {terminal, home} = await readerOnBlog({
        newsletter: `newsletter:\n  heading: Letters from the lamp\n  url: ${server.origin}/subscribe\n  method: json\n  field: address\n`,
        command: ['unshare', '-Urm', 'sh', '-c', `${OWN_DISK} && exec "$@"`, 'sh', process.execPath, ENTRY],
      });
      const filler = join(`/proc/${terminal.pid}/root`, home.folder, 'data/filler');
      const fill = async (): Promise<void> => {
        for (;;) await writeFile(filler, Buffer.alloc(4096), {flag: 'a'});
      };
      await expect(fill()).rejects.toThrow('ENOSPC');
      terminal.act('bottom');
      await terminal.until('Entry 12 of the log');
      terminal.press('k');
      terminal.act('open');
      await terminal.until(/Watch 1 of entry 1\d/);
      terminal.act('subscribe');
      await terminal.until('Goes to');
      terminal.type('reader@example.com\r');
      await terminal.until('Enter done');
      expect(server.requests.filter(({method}) => method === 'POST')).toHaveLength(1);
      await rm(filler);
      terminal.press('enter');
      terminal.act('toggle-star');
      await terminal.until('Starred.');
      terminal.act('quit');
      expect(await terminal.exit()).toMatchObject({code: 0});
    },
  );
});

async function readerWithPreferences(put: (file: string) => Promise<void>) {
  const home = await aHome();
  await mkdir(join(home.folder, 'config/inkwell'), {recursive: true});
  await put(join(home.folder, 'config/inkwell/config.json'));
  const terminal = reader(home, {arguments: [await writeBlog(home.folder)]});
  await terminal.until('Entry 1 of the log');
  return {terminal, home};
}

describe('preferences', () => {
  test('that are no JSON are told of on the screen, and the defaults hold', async () => {
    const {terminal} = await readerWithPreferences(file => writeFile(file, '{"measure": 60,'));
    await terminal.until(/are\s+no\s+JSON/);
    terminal.act('open');
    await terminal.until('Watch 1 of entry 1');
  });

  test('that cannot be read are told of on the screen, and a change that cannot be kept as well', async () => {
    const {terminal} = await readerWithPreferences(file => mkdir(file));
    await terminal.until(/can't\s+be\s+read/);
    terminal.act('density');
    await terminal.until(/could\s+not\s+be\s+written/);
    terminal.act('down');
    await terminal.until(/▌ ● Entry 2 of the log/);
  });

  test.each(['"/no/such/theme.json"', '"/dev/zero"', '"no-theme-at-all.json"'])(
    'that name a theme which can’t be used (%s) are told of, and the terminal’s own stands in for it',
    async theme => {
      const {terminal} = await readerWithPreferences(file => writeFile(file, `{"theme": ${theme}}`));
      await terminal.until(/The\s+theme\s+\S+\s+could\s+not\s+be\s+read/);
      terminal.act('open');
      await terminal.until('Watch 1 of entry 1');
    },
  );
});
