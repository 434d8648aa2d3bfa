import {rss, served} from './feeds.ts';
import {commands} from './commands.ts';
import {temporaryHome, type Home} from './temporary-home.ts';
import {webServer, type WebServer} from './web-server.ts';

export type Well = Readonly<{
  home: Home;
  run: ReturnType<typeof commands>;
  web: WebServer;
  /** Serves articles of those titles from now on, a day between each. */
  serve: (...titles: readonly string[]) => void;
  close: () => Promise<void>;
}>;

/** A home that follows a feed called Well, with articles of those titles. */
export async function followingWell(...titles: readonly string[]): Promise<Well> {
  const [home, web] = await Promise.all([temporaryHome(), webServer()]);
  const run = commands(home);
  const serve = (...names: readonly string[]): void =>
    web.serve('/feed.xml', served(rss('Well', names.map(dated))));
  serve(...titles);
  await run(['add', `${web.origin}/feed.xml`]);
  return {home, run, web, serve, close: async () => void (await Promise.all([home.remove(), web.close()]))};
}

const dated = (title: string, index: number) => ({title, day: `2026-11-0${index + 1}`});
