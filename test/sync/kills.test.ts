import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {expect, onTestFinished, test} from 'vitest';
import {program} from '../helpers/program.ts';
import {temporaryHome} from '../helpers/temporary-home.ts';
import {ENTRY} from '../helpers/terminal.ts';
import {Double, type Item} from './double.ts';

/** How many processes are killed; set KILLS for a long run. */
const KILLS = Number(process.env['KILLS'] ?? 6);

test(
  'each act that was confirmed is at the server after the next round, whoever is killed at whatever moment',
  async () => {
    const double = await new Double({base: '', ids: 'large', slowEdit: 2}).start();
    const home = await temporaryHome();
    onTestFinished(async () => {
      await double.stop();
      await home.remove();
    });
    double.isLogged = false;
    const feed = double.addFeed('https://one.example/feed', 'One');
    for (let n = 0; n < 150; n++) double.addItem(feed);
    const environment = {RSS_PASSWORD: double.account.password};
    const run = (line: string) => program(home)(line.split(' '), {environment});
    await run(`account add ${double.origin} --name home --user alice --password-env RSS_PASSWORD`);
    await run('sync');
    const ids = await idsHere();
    /** What each article must have become: an act that was confirmed, and none after it that was cut off. */
    const confirmed = new Map<string, {isRead?: boolean; isStarred?: boolean}>();
    let random = 7;
    const next = (below: number): number => (random = (random * 48_271) % 2_147_483_647) % below;

    /** Milliseconds that each took when it was let be, within which the next is killed. */
    const lasted = {mark: 300, sync: 600};
    let kills = 0;
    for (let turn = 0; kills < KILLS; turn++) {
      const item = [...double.items.values()][next(double.items.size)]!;
      const [flag, wanted] = (
        [
          ['--read', {isRead: true}],
          ['--unread', {isRead: false}],
          ['--star', {isStarred: true}],
          ['--unstar', {isStarred: false}],
        ] as const
      )[next(4)]!;
      const killed = next(2) === 0 ? `mark ${ids.get(item.url)} ${flag}` : 'sync';
      const isMark = killed !== 'sync';
      if (!isMark) {
        const some = [...double.items.values()].slice(next(100)).slice(0, 30);
        const marked = await run(`mark ${some.map(({url}) => ids.get(url)).join(' ')} ${flag}`);
        if (marked.code === 0) for (const one of some) note(one, wanted);
      }
      const isConfirmed = await killAfter(killed, next(lasted[isMark ? 'mark' : 'sync']));
      if (isMark && isConfirmed) note(item, wanted);
      else if (isMark) forget(item, wanted);
      if (turn % 10 === 9) await compare();
    }
    await compare();

    function note(item: Item, wanted: object): void {
      confirmed.set(item.url, {...confirmed.get(item.url), ...wanted});
    }

    /** It may or may not have been stored. */
    function forget(item: Item, wanted: object): void {
      const before = {...confirmed.get(item.url)};
      for (const name of Object.keys(wanted)) delete before[name as 'isRead'];
      confirmed.set(item.url, before);
    }

    async function compare(): Promise<void> {
      const {problems, synced} = (await run('sync --json')).json() as {
        problems: object[];
        synced: {waiting: number}[];
      };
      expect(problems).toEqual([]);
      expect(synced[0]?.waiting).toBe(0);
      for (const item of double.items.values()) expect(item).toMatchObject(confirmed.get(item.url) ?? {});
      const {articles} = (await run('list --json')).json() as {
        articles: {url: string; isRead: boolean; isStarred: boolean}[];
      };
      const here = articles.map(({url, isRead, isStarred}) => ({url, isRead, isStarred}));
      const there = [...double.items.values()].map(({url, isRead, isStarred}) => ({url, isRead, isStarred}));
      expect(new Set(here.map(one => JSON.stringify(one)))).toEqual(
        new Set(there.map(one => JSON.stringify(one))),
      );
    }

    async function idsHere(): Promise<Map<string, string>> {
      const {articles} = (await run('list --json')).json() as {articles: {id: string; url: string}[]};
      return new Map(articles.map(({id, url}) => [url, id]));
    }

    /** Tells whether it ended by itself, and well. */
    async function killAfter(line: string, milliseconds: number): Promise<boolean> {
      const child = spawn(process.execPath, [ENTRY, ...line.split(' ')], {
        cwd: home.folder,
        env: {PATH: process.env['PATH'] ?? '', ...home.environment, ...environment},
        stdio: 'ignore',
      });
      const began = performance.now();
      const timer = setTimeout(() => child.kill('SIGKILL'), milliseconds);
      const [code] = (await once(child, 'exit')) as [number | null];
      clearTimeout(timer);
      if (code === null) kills++;
      else lasted[line === 'sync' ? 'sync' : 'mark'] = Math.round(performance.now() - began);
      return code === 0;
    }
  },
  60_000 + KILLS * 30_000,
);
