import {deepStrictEqual, ok, strictEqual} from 'node:assert';
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {setTimeout as wait} from 'node:timers/promises';
import {openLibrary} from '../../source/library/file/open-library.ts';
import {accountNumber} from '../../source/library/sync/accounts.ts';
import {wishFeed} from '../../source/library/sync/feeds.ts';
import type {Library} from '../../source/ports/library.ts';
import {stateOf, syncWith} from '../sync/sync-with.ts';
import {RawClient, type World} from './world.ts';

type Size = Readonly<{feeds: number; articles: number; many: number}>;

/** As FreshRSS wrote it before it put the full-width twins of these in. */
const plain = (text: string): string =>
  text.replaceAll('＆', '&').replaceAll('＜', '<').replaceAll('＞', '>');

/**
 * One life of an account. After each scene both sides have the same state, and what was done there is done
 * here.
 */
export async function live(
  world: World,
  {feeds, articles, many}: Size,
  say: (line: string) => void,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'inkwell-life-'));
  const library: Library = openLibrary(join(folder, 'library.db'), {now: Date.now});
  const account = {
    name: 'home',
    base: world.base,
    api: world.api ?? 'google-reader',
    server: world.kind,
    user: world.user,
  } as const;
  const client = new RawClient(world);
  const sync = () => syncWith(library, account, world.password);
  const isSame = async (scene: string): Promise<void> => {
    const there = await client.state();
    const here = stateOf(library);
    deepStrictEqual(here, {...there, feeds: there.feeds.map(plain).sort()}, scene);
    say(
      `same on both sides: ${scene} (${here.unread.length} unread, ${here.starred.length} starred, ${here.feeds.length} feeds)`,
    );
  };
  const idOf = (url: string): string => library.articleByUrl(url)?.id ?? '';
  try {
    await client.login();
    for (let n = 0; n < feeds; n++) {
      world.publish(n, articles);
      await client.post('subscription/quickadd', [['quickadd', world.feedAt(n)]]);
    }
    world.publish(0, many);
    await world.fetch();
    const first = await sync();
    deepStrictEqual(first.problems, []);
    strictEqual(first.feedsAdded, feeds);
    await isSame('first sync');

    const there = [
      ...(await client.addresses(await client.ids({s: 'user/-/state/com.google/reading-list'}))).entries(),
    ];
    const [a, b, c, d] = there as [[string, string], [string, string], [string, string], [string, string]];
    library.mark([idOf(a[0])], {isRead: true});
    library.mark([idOf(b[0])], {isStarred: true});
    await client.mark([c[1]], 'a', 'read');
    await client.mark([d[1]], 'a', 'starred');
    await sync();
    ok(library.articleByUrl(c[0])?.isRead && library.articleByUrl(d[0])?.isStarred, 'marks come from there');
    await isSame('marks and stars from both sides');
    library.mark([idOf(a[0])], {isRead: false});
    library.undo();
    library.mark([idOf(b[0])], {isStarred: false});
    await client.mark([d[1]], 'r', 'starred');
    await client.mark([c[1]], 'r', 'read');
    await sync();
    ok(library.articleByUrl(a[0])?.isRead && !library.articleByUrl(c[0])?.isRead, 'and are taken back');
    await isSame('marks taken back on both sides');

    if (world.keepsTags) {
      library.tag([idOf(a[0]), idOf(b[0])], {add: ['harbour']});
      await client.label([c[1]], 'a', 'lamp');
      await sync();
      strictEqual(stateOf(library).tags.length, 3);
      await isSame('tags of each side');
      library.tag([idOf(a[0]), idOf(c[0])], {remove: ['harbour', 'lamp']});
      await client.label([b[1]], 'r', 'harbour');
      await sync();
      deepStrictEqual(stateOf(library).tags, []);
      await isSame('tags taken away on the other side');
    }

    world.publish(feeds, 2);
    world.publish(feeds + 1, 2);
    const added = library.follow(world.feedAt(feeds), {isListed: true, folder: 'From here'});
    library.inside((database: Parameters<typeof wishFeed>[0]) =>
      wishFeed(database, {n: accountNumber(database, 'home'), name: 'home'}, added.publicationId),
    );
    await client.post('subscription/quickadd', [['quickadd', world.feedAt(feeds + 1)]]);
    const moved = library.publications().find(({location}) => location === world.feedAt(1));
    library.arrange(moved?.id ?? '', {folder: 'Moved here', name: 'Renamed & <moved>'});
    const {subscriptions} = (await client.json('subscription/list')) as {
      subscriptions: {id: string; url: string}[];
    };
    const other = subscriptions.find(({url}) => url === world.feedAt(2));
    await client.post('subscription/edit', [
      ['ac', 'edit'],
      ['s', other?.id ?? ''],
      ['a', 'user/-/label/Moved there'],
      ['t', 'Renamed there'],
    ]);
    deepStrictEqual((await sync()).problems, []);
    await sync();
    strictEqual(stateOf(library).feeds.length, feeds + 2);
    await isSame('a feed added, renamed and moved on each side');

    const gone = library.publications().find(({location}) => location === world.feedAt(feeds));
    library.unfollow(gone?.id ?? '');
    await sync();
    strictEqual((await client.state()).feeds.length, feeds + 1);
    await isSame('a feed removed here');

    library.markAllRead({query: ''});
    world.publish(0, 1);
    await world.fetch();
    const before = await sync();
    deepStrictEqual(before.problems, []);
    strictEqual(before.waiting, 0);
    strictEqual((await client.state()).unread.length, 1, 'what arrived meanwhile stays unread');
    await isSame('mark all read, with an article that arrives meanwhile');

    world.publish(3, many);
    await world.fetch();
    await sync();
    const unread = stateOf(library).unread;
    await world.kill();
    const offline = await sync();
    ok(offline.problems.length > 0, 'no server');
    library.mark(unread.slice(0, 10).map(idOf), {isRead: true});
    library.mark(unread.slice(5, 15).map(idOf), {isStarred: true});
    await world.start();
    const later = await sync();
    deepStrictEqual([later.problems, later.waiting], [[], 0]);
    await client.login();
    await isSame('acts without a network, sent later');

    library.mark(unread.map(idOf), {isRead: true});
    const killed = sync();
    await wait(200);
    await world.kill();
    await killed;
    await world.start();
    await client.login();
    const again = await sync();
    deepStrictEqual([again.problems, again.waiting], [[], 0]);
    for (const url of unread) ok(library.articleByUrl(url)?.isRead, 'nothing is lost');
    await isSame('server killed in the middle of a send');
  } finally {
    library.close();
    rmSync(folder, {recursive: true, force: true});
  }
}
