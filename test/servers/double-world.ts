import type {ServerKind} from '../../source/domain/sync/account.ts';
import {Double, keepsTags, type Dialect} from '../sync/double.ts';
import type {World} from './world.ts';

const feedAt = (n: number): string => `https://feed-${n}.example/feed`;

/** The double as a server with sites. */
export async function doubleWorld(
  name: string,
  dialect: Dialect,
): Promise<World & {stop: () => Promise<void>}> {
  const double = await new Double(dialect).start();
  const port = Number(new URL(double.origin).port);
  const published = new Map<number, number>();
  const fetchAll = (): void => {
    for (const feed of double.feeds.values()) {
      const n = Number(/feed-(\d+)/u.exec(feed.url)?.[1]);
      const here = [...double.items.values()].filter(item => item.feed === feed.id).length;
      for (let made = here; made < (published.get(n) ?? 0); made++)
        double.addItem(feed, {url: `https://feed-${n}.example/${made}`});
    }
  };
  double.added = fetchAll;
  return {
    name: `the double, as ${name}`,
    kind: (name in {freshrss: 1, miniflux: 1, commafeed: 1, bazqux: 1, theoldreader: 1}
      ? name
      : (dialect.api ?? 'other')) as ServerKind,
    keepsTags: keepsTags(dialect),
    ...(dialect.api && {api: dialect.api}),
    base: double.base,
    ...double.account,
    feedAt,
    publish(feed, count) {
      published.set(feed, (published.get(feed) ?? 0) + count);
    },
    async fetch() {
      fetchAll();
    },
    start: async () => void (await double.start(port)),
    kill: () => double.stop(),
    stop: () => double.stop(),
  };
}
