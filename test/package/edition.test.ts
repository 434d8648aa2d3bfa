/** @module-tag long */

import {execFile} from 'node:child_process';
import {mkdir, mkdtemp, readdir, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {promisify} from 'node:util';
import {expect, onTestFinished, test} from 'vitest';
import {Terminal} from '../helpers/terminal.ts';

const ROOT = join(import.meta.dirname, '../..');
const npm = (words: readonly string[], cwd: string) =>
  promisify(execFile)('npm', words, {cwd, maxBuffer: 1e8});

test.skipIf(process.platform === 'win32')(
  "the publisher's example is packed, installed beside Inkwell, and opens under the publisher's name",
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'inkwell-edition-'));
    onTestFinished(() => rm(folder, {recursive: true, force: true, maxRetries: 3}));
    const [away, home] = [join(folder, 'away'), join(folder, 'home')];
    await Promise.all([mkdir(away), mkdir(home)]);
    for (const place of [ROOT, join(ROOT, 'docs/edition')])
      await npm(['pack', '--ignore-scripts', '--pack-destination', folder], place);
    const tarballs = (await readdir(folder)).filter(name => name.endsWith('.tgz'));
    expect(tarballs).toHaveLength(2);
    await npm(
      ['install', '--offline', '--ignore-scripts', ...tarballs.map(name => join(folder, name))],
      away,
    );

    const terminal = new Terminal({
      command: [process.execPath, join(away, 'node_modules/acme-blog/acme-blog.js')],
      cwd: away,
      environment: {HOME: home, XDG_CONFIG_HOME: undefined, XDG_DATA_HOME: undefined},
    });
    onTestFinished(() => terminal.close());
    await terminal.until(/Acme Engineering[\s\S]+Anvils at scale[\s\S]+1 of \d/);
    terminal.act('open');
    await terminal.until(/Anvils at scale[\s\S]+min/);
    terminal.act('quit');
    expect((await terminal.exit()).code).toBe(0);
  },
);
