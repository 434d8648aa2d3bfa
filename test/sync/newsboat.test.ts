import {execFile} from 'node:child_process';
import {writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {promisify} from 'node:util';
import {expect, onTestFinished, test, vi} from 'vitest';
import {PATIENCE} from '../helpers/patience.ts';
import {isThere} from '../helpers/is-there.ts';
import {temporaryFolder} from '../helpers/shelf.ts';
import {Terminal} from '../helpers/terminal.ts';
import {DIALECTS, Double, type Dialect} from './double.ts';

/**
 * Protocols that newsboat 2.21 speaks at an address of the reader's own, and the lists of its own that it
 * puts above the feeds.
 */
const CLIENTS: readonly (readonly [source: string, dialect: Dialect, above: number])[] = [
  ['feedhq', DIALECTS.bazqux, 3],
  ['miniflux', DIALECTS['miniflux by its own API'], 0],
];

const hasNewsboat = isThere('newsboat');

test.skipIf(!hasNewsboat).each(CLIENTS)(
  'newsboat, by its source "%s", signs in at the double, lists its articles and marks one',
  async (source, dialect, above) => {
    const double = await new Double(dialect).start();
    onTestFinished(() => double.stop());
    const feed = double.addFeed('https://one.example/feed', 'Letters');
    for (const title of ['The first', 'The second', 'The third']) double.addItem(feed, {title});
    const folder = temporaryFolder();
    const {user, password} = double.account;
    const settings = {'urls-source': source, [`${source}-url`]: double.origin};
    const secrets = {[`${source}-login`]: user, [`${source}-password`]: password};
    const lines = Object.entries({...settings, ...secrets}).map(([name, value]) => `${name} "${value}"\n`);
    writeFileSync(join(folder, 'config'), `${lines.join('')}bind-key j down\n`);
    const words = ['-C', join(folder, 'config'), '-u', join(folder, 'urls'), '-c', join(folder, 'cache.db')];
    const {stdout} = await promisify(execFile)('newsboat', [...words, '-x', 'reload', 'print-unread']);
    expect(stdout).toContain('3 unread articles');

    const terminal = new Terminal({command: ['newsboat', '-q', ...words]});
    onTestFinished(() => terminal.close());
    await terminal.until('Letters');
    terminal.press(...Array.from({length: above}, () => 'j'), 'enter');
    await terminal.until('The first');
    terminal.press('enter');
    await terminal.until('Title: The third');
    terminal.press('q');
    await terminal.until('The second');
    terminal.press('q');
    const isRead = (): boolean[] => [...double.items.values()].map(item => item.isRead);
    await vi.waitUntil(() => isRead()[2], {timeout: PATIENCE});
    expect(isRead()).toEqual([false, false, true]);
  },
);
