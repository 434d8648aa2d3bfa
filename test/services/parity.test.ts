import {cp, readFile, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {afterAll, beforeAll, describe, expect, onTestFinished, test} from 'vitest';
import {COUNTERPARTS, type ActWithCommand, type BEYOND_KEYS} from '../../docs/actions.ts';
import {screenOf, type State} from '../../source/app/core/state.ts';
import {shelvedPublication} from '../../source/app/publications/act-publications.ts';
import {rowInView} from '../../source/app/list/row-in-view.ts';
import {placeToOpen} from '../../source/commands/articles/open.ts';
import {textToCopy} from '../../source/commands/articles/copy.ts';
import {help} from '../../source/command-line/help.ts';
import {readingServicesOf} from '../../source/runtime/services.ts';
import {findArticle} from '../../source/services/find-article.ts';
import {writeBlog} from '../helpers/blog.ts';
import {runCommand} from '../helpers/commands.ts';
import {openReaderIn, stored, withContext, type Reader} from '../helpers/doors.ts';
import {temporaryHome, type Home} from '../helpers/temporary-home.ts';
import {webServer, type WebServer} from '../helpers/web-server.ts';
import {Double} from '../sync/double.ts';

/*
 * Every act that has a command is done at both doors, each on its own copy of one library. Then both must
 * have stored the same and show the same.
 */

type Pair = Readonly<{
  /** The reader opens an article, which moves its position; the command only prints. */
  opens?: true;
  /** Does it in the reader; returns what is shown. */
  reader: (reader: Reader) => Promise<unknown>;
  /** Does it by commands; returns what is printed of the same. */
  command: (door: Door) => Promise<unknown>;
}>;

type Door = Readonly<{
  run: (...argv: readonly string[]) => Promise<string>;
  environment: Home['environment'];
}>;

let base: Home;
let web: WebServer;
let blog: string;
/** A server that accounts are at. */
let double: Double;
/** The newest article of the folder, with code, links and an address; and the one after it. */
let first: string;
let second: string;
let teaser: string;
/** With a recording and a page for comments. */
let recorded: string;

beforeAll(async () => {
  base = await temporaryHome();
  web = await webServer();
  double = await new Double().start();
  const letters = double.addFeed('https://letters.example/feed', 'Letters');
  for (const title of ['The first', 'The second']) double.addItem(letters, {title});
  web.serve('/join', {status: 201, body: '{}'});
  serveFeed(['One', 'Two']);
  web.serve('/article', {headers: {'content-type': 'text/html'}, body: page()});
  web.serve('/later.xml', {headers: {'content-type': 'application/rss+xml'}, body: feed('Later', ['Third'])});
  blog = await writeBlog(base.folder, {
    articles: 3,
    newsletter: `newsletter:\n  heading: Letters\n  url: ${web.origin}/join\n  method: json\n`,
  });
  await writeFile(
    join(blog, '00-code.md'),
    '---\ntitle: Entry with code\ndate: 2026-11-20\nauthor: ada\ncategory: Log\ntags: [sea]\ncanonical: https://example.org/code\n---\n\n## A watch\n\n```js\nlamp.light();\n```\n\n[a list of ships](https://example.org/ships)\n',
  );
  const {environment} = base;
  const run = (...argv: string[]) => runCommand(environment, argv);
  await run('add', blog, `${web.origin}/feed.xml`);
  await run('searches', 'Short', 'read:<5m');
  await run(
    'config',
    'set',
    'commands',
    JSON.stringify([{name: 'keep', run: `cat > ${join(base.folder, 'kept')}`}]),
  );
  await run('subscribe', 'bo@example.com', '--to', blog, '--yes', '--remember');
  const ids = async (query: string) =>
    (await run('list', '--query', query, '--format', '{id}')).stdout.trim().split('\n');
  [first = '', second = ''] = await ids('in:lighthouse');
  [teaser = ''] = await ids('title:One');
  [recorded = ''] = await ids('title:Two');
}, 120_000);

afterAll(async () => {
  await Promise.all([base.remove(), web.close(), double.stop()]);
});

const listed = (state: State): string[] => {
  const screen = screenOf(state);
  return screen.kind === 'list' ? screen.window.rows.map(({id}) => id) : [];
};
const lines = (text: string): string[] => text.split('\n').filter(line => line !== '');
const isList = (state: State): boolean => screenOf(state).kind === 'list';
const article = (state: State) => {
  const screen = screenOf(state);
  return screen.kind === 'article' ? screen : undefined;
};
const notice = (state: State): string => state.notice?.text ?? '';

/** Selects an article of the list and, if wanted, opens it. */
const select = async (reader: Reader, id: string): Promise<void> => {
  await reader.until(state => listed(state).includes(id));
  for (let steps = 0; rowInView(reader.state())?.id !== id && steps < 50; steps++) reader.press('j');
  expect(rowInView(reader.state())?.id).toBe(id);
};
const open = async (reader: Reader, id: string): Promise<void> => {
  await select(reader, id);
  reader.press('enter');
  await reader.until(state => article(state)?.page);
};
/** Opens the publications and selects one, the folder's unless another is named. */
const shelf = async (reader: Reader, name = 'lighthouse'): Promise<void> => {
  reader.press('p');
  await reader.until(state => screenOf(state).kind === 'publications');
  reader.type(`/${name}`);
  reader.press('enter');
};
/** The account at the double is added and synced, in the reader and by commands. */
const account = {
  reader: async (reader: Reader): Promise<void> => {
    reader.press('p', 'a');
    reader.type(`${double.origin} alice printf ${double.account.password}`);
    reader.press('enter');
    await reader.until(({accounts, publications}) =>
      Boolean(accounts?.[0]?.syncedAt && publications.some(one => one.account !== undefined)),
    );
    reader.type('/127');
    reader.press('enter');
  },
  command: async ({run}: Door): Promise<void> => {
    const secret = `printf ${double.account.password}`;
    await run('account', 'add', double.origin, '--user', 'alice', '--password-command', secret);
    await run('sync');
  },
};
const settled = (reader: Reader, text: RegExp) => reader.until(state => text.test(notice(state)));

const PAIRS: Readonly<Record<ActWithCommand, Pair>> = {
  open: {
    opens: true,
    reader: async reader => {
      await open(reader, first);
      return article(reader.state())?.page?.headings.map(({text}) => text);
    },
    command: async ({run}) =>
      lines(await run('read', first, '--format', 'contents')).map(line => line.trim()),
  },
  'next-article': {
    opens: true,
    reader: async reader => {
      await open(reader, first);
      reader.press('m', 'J');
      await reader.until(state => article(state)?.id !== first && article(state)?.page);
      return article(reader.state())?.id;
    },
    command: async ({run}) => {
      await run('mark', '--read', first);
      await run('read', second);
      return (await run('next', blog, '--format', 'id', '--keep')).trim();
    },
  },
  'previous-article': {
    opens: true,
    reader: async reader => {
      await open(reader, second);
      reader.press('K');
      await reader.until(state => article(state)?.id === first && article(state)?.page);
      return article(reader.state())?.id;
    },
    command: async ({run}) => {
      await run('read', second);
      await run('read', first);
      return lines(await run('list', '--query', 'in:lighthouse', '--format', '{id}'))[0];
    },
  },
  backward: {
    opens: true,
    reader: async reader => {
      await open(reader, first);
      reader.press('q');
      reader.press('ctrl+o');
      await reader.until(state => article(state)?.page);
      return article(reader.state())?.id;
    },
    command: async ({run}) => {
      await run('read', first);
      return first;
    },
  },
  find: {
    reader: async reader => {
      await reader.until(state => listed(state).length > 4);
      reader.type('/title:entry');
      reader.press('enter');
      await reader.until(state => listed(state).length === 4);
      return listed(reader.state());
    },
    command: async ({run}) => lines(await run('list', '--query', 'title:entry', '--format', '{id}')),
  },
  'save-search': {
    reader: async reader => {
      await reader.until(isList);
      reader.type('/is:unread');
      reader.press('enter', 'ctrl+s');
      while (fieldText(reader.state()) !== '') reader.press('backspace');
      reader.type('Mine');
      reader.press('enter');
    },
    command: async ({run}) => void (await run('searches', 'Mine', 'is:unread')),
  },
  contents: {
    opens: true,
    reader: async reader => {
      await open(reader, second);
      reader.press('t');
      expect(reader.state().overlay?.kind).toBe('contents');
      return article(reader.state())?.page?.headings.map(({text}) => text);
    },
    command: async ({run}) =>
      lines(await run('read', second, '--format', 'contents')).map(line => line.trim()),
  },
  links: {
    opens: true,
    reader: async reader => {
      await open(reader, first);
      reader.press('L');
      expect(reader.state().overlay?.kind).toBe('links');
      const links = article(reader.state())?.page?.links ?? [];
      return links.flatMap(({target}) => (target.kind === 'url' ? [target.url] : []));
    },
    command: async ({run}) =>
      lines(await run('read', first, '--format', 'links')).map(line => line.split('\t')[2]),
  },
  'toggle-read': {
    reader: async reader => {
      await select(reader, second);
      reader.press('m');
      return rowInView(reader.state())?.isRead;
    },
    command: async ({run}) => {
      await run('mark', second, '--read');
      return lines(await run('list', '--query', 'is:read', '--format', '{id}')).includes(second);
    },
  },
  'toggle-star': {
    reader: async reader => {
      await select(reader, second);
      reader.press('s');
      return rowInView(reader.state())?.isStarred;
    },
    command: async ({run}) => {
      await run('mark', second, '--star');
      return lines(await run('list', '--query', 'is:starred', '--format', '{id}')).includes(second);
    },
  },
  tag: {
    reader: async reader => {
      await select(reader, second);
      reader.press('T');
      reader.type('later');
      reader.press('enter');
      await settled(reader, /^Tags: later/);
      return rowInView(reader.state())?.ownTags;
    },
    command: async ({run}) => {
      await run('tag', second, '+later');
      return lines(await run('tag')).map(line => line.split('\t')[0]);
    },
  },
  'next-unread': {
    opens: true,
    reader: async reader => {
      await select(reader, first);
      reader.press('m', 'g', 'n');
      await reader.until(state => rowInView(state)?.id === second);
      reader.press('enter');
      await reader.until(state => article(state)?.page);
      return article(reader.state())?.id;
    },
    command: async ({run}) => {
      await run('mark', '--read', first);
      return (await run('next', blog, '--format', 'id', '--keep')).trim();
    },
  },
  'random-unread': {
    reader: async reader => {
      await reader.until(isList);
      reader.press('.', 'alt+n');
      await settled(reader, /^Unread/);
      return rowInView(reader.state())?.isRead;
    },
    command: async ({run}) => {
      const {articles} = JSON.parse(await run('list', '--json', '--query', 'is:unread')) as {
        articles: {isRead: boolean}[];
      };
      return articles[0]?.isRead;
    },
  },
  'unread-only': {
    reader: async reader => {
      await select(reader, first);
      reader.press('m', 'g', '.');
      await reader.until(state => !listed(state).includes(first));
      return listed(reader.state());
    },
    command: async ({run}) => {
      await run('mark', '--read', first);
      return lines(await run('list', '--query', 'is:unread', '--format', '{id}'));
    },
  },
  sort: sortedBy(['R', 't'], 'title'),
  'sort-reversed': sortedBy(['alt+r', 'd'], 'oldest'),
  search: {
    reader: async reader => {
      await reader.until(isList);
      reader.press('ctrl+f');
      reader.type('keeper');
      reader.press('enter');
      await reader.until(state => screenOf(state).kind === 'list' && state.trail.length === 2);
      return listed(reader.state()).toSorted();
    },
    command: async ({run}) =>
      (JSON.parse(await run('search', 'keeper', '--json')) as {articles: {id: string}[]}).articles
        .map(({id}) => id)
        .toSorted(),
  },
  'mark-above-read': markedTo('<', '--above'),
  'mark-below-read': markedTo('>', '--below'),
  'mark-query-read': {
    reader: async reader => {
      await reader.until(isList);
      reader.press('%');
      reader.type('title:entry');
      reader.press('enter');
      await settled(reader, /^Marked/);
    },
    command: async ({run}) => void (await run('mark', '--read', '--query', 'title:entry')),
  },
  'mark-everything-read': {
    reader: async reader => {
      await shelf(reader);
      reader.press('C', 'y');
      await settled(reader, /^Marked/);
    },
    command: async ({run}) => void (await run('mark', '--read', '--query', 'is:unread')),
  },
  'browser-read': {
    reader: async reader => {
      await select(reader, first);
      reader.press('O');
      await reader.until(() => reader.outside.opened.length > 0);
      return reader.outside.opened;
    },
    command: async ({run, environment}) => {
      await run('mark', '--read', first);
      return withContext(environment, async context => [(await placeToOpen(first, {}, context)).url]);
    },
  },
  'browser-link': {
    opens: true,
    reader: async reader => {
      await open(reader, first);
      reader.press('alt+1');
      await reader.until(() => reader.outside.opened.length > 0);
      return reader.outside.opened;
    },
    command: async ({run, environment}) => {
      const [link = ''] = lines(await run('read', first, '--format', 'links'));
      const address = link.split('\t').at(-1) ?? '';
      return withContext(environment, async context => [(await placeToOpen(address, {}, context)).url]);
    },
  },
  'refresh-all': {
    reader: async reader => {
      await shelf(reader);
      reader.press('ctrl+e');
      await reader.until(({notice: said}) => said !== undefined);
    },
    command: async ({run}) => void (await run('refresh', '--force')),
  },
  'mark-all-read': {
    reader: async reader => {
      await reader.until(isList);
      reader.press('A', 'y');
      await settled(reader, /^Marked/);
      return reader.state().publications.map(({unread}) => unread);
    },
    command: async ({run}) => {
      await run('mark', '--read', '--query', 'is:unread');
      return (JSON.parse(await run('sources', '--json')) as {sources: {unread: number}[]}).sources.map(
        ({unread}) => unread,
      );
    },
  },
  history: {
    reader: async reader => {
      await select(reader, second);
      reader.press('s', 'm', 'alt+u');
      await reader.until(({overlay}) => overlay?.kind === 'history' && overlay.acts.length > 1);
      reader.press('j', 'enter');
      await settled(reader, /^Removed the star/);
      return notice(reader.state());
    },
    command: async ({run, environment}) => {
      await run('mark', '--star', second);
      await run('mark', '--read', second);
      const number = lines(await run('history'))[1]?.split('\t')[0] ?? '';
      return (await runCommand(environment, ['history', '--undo', number])).stderr.trim();
    },
  },
  undo: {
    reader: async reader => {
      await select(reader, second);
      reader.press('s', 'U');
      await settled(reader, /^Removed the star/);
      return notice(reader.state());
    },
    command: async ({run, environment}) => {
      await run('mark', '--star', second);
      return (await runCommand(environment, ['mark', '--undo'])).stderr.trim();
    },
  },
  confirmed: {
    reader: async reader => {
      reader.press('@');
      await reader.until(({overlay}) => overlay?.kind === 'signups' && overlay.signups.length > 0);
      reader.press('m');
      await settled(reader, /confirmed/);
    },
    command: async ({run}) => void (await run('subscriptions', '--confirm', '1')),
  },
  browser: {
    reader: async reader => {
      await select(reader, first);
      reader.press('o');
      await reader.until(() => reader.outside.opened.length > 0);
      return reader.outside.opened;
    },
    command: async ({environment}) => [
      await withContext(environment, async context => (await placeToOpen(first, {}, context)).url),
    ],
  },
  enclosure: opened('E', {file: 1}),
  comments: opened('D', {comments: true}),
  'make-rule': {
    reader: async reader => {
      await reader.until(isList);
      reader.type('/title:/entry 2/i');
      reader.press('enter', 'ctrl+t');
      reader.type('star');
      reader.press('enter');
      await reader.until(({overlay, notice: said}) => overlay?.kind === 'confirm' || said?.canUndo);
      reader.press('y');
      await settled(reader, /^The rule changed/);
      reader.press('&');
      await reader.until(({overlay}) => overlay?.kind === 'rules' && overlay.rules.length > 0);
      const {overlay} = reader.state();
      return overlay?.kind === 'rules' ? overlay.rules.map(({query, do: acts}) => [query, ...acts]) : [];
    },
    command: async ({run}) => {
      await run('rules', 'add', 'title:/entry 2/i', 'star');
      await run('rules', 'run');
      const {rules} = JSON.parse(await run('rules', '--json')) as {rules: {query: string; do: string[]}[]};
      return rules.map(({query, do: acts}) => [query, ...acts]);
    },
  },
  rules: {
    reader: async reader => {
      await reader.until(isList);
      reader.press('&');
      await reader.until(({overlay}) => overlay?.kind === 'rules');
      const {overlay} = reader.state();
      return overlay?.kind === 'rules' ? overlay.rules : undefined;
    },
    command: async ({run}) => (JSON.parse(await run('rules', '--json')) as {rules: unknown[]}).rules,
  },
  select: {
    reader: async reader => {
      await reader.until(isList);
      reader.type('/title:entry');
      reader.press('enter', 'Z', 'G', 's');
      await settled(reader, /^Starred/);
      return listed(reader.state()).toSorted();
    },
    command: async ({run}) => {
      await run('mark', '--star', '--query', 'title:entry');
      return lines(await run('list', '--query', 'is:starred', '--format', '{id}')).toSorted();
    },
  },
  'add-account': {
    reader: async reader => {
      await account.reader(reader);
      return reader.state().accounts?.map(({name, feeds, articles}) => ({name, feeds, articles}));
    },
    command: async door => {
      await account.command(door);
      const {accounts} = JSON.parse(await door.run('account', 'list', '--json')) as {
        accounts: {name: string; feeds: number; articles: number}[];
      };
      return accounts.map(({name, feeds, articles}) => ({name, feeds, articles}));
    },
  },
  arrange: {
    reader: async reader => {
      await shelf(reader);
      reader.press('e');
      await reader.until(({overlay}) => overlay?.kind === 'arranging');
      reader.press('j', 'j', 'enter', 'enter', 'j', 'enter');
      await reader.until(({publications}) => publications.some(({own}) => own?.unreadOnly === true));
    },
    command: async ({run}) => void (await run('arrange', blog, '--order', 'oldest', '--articles', 'unread')),
  },
  'copy-url': copied('y', 'address'),
  'copy-article': copied('Y', 'article'),
  'copy-code': copied('c', 'code'),
  save: handedOut('w', 'file.md', ({saved}) => saved),
  'save-page': {
    opens: true,
    reader: async reader => {
      await open(reader, teaser);
      await reader.until(state => article(state)?.row?.isPartial === false);
      reader.press('+');
      await settled(reader, /^Saved: One/);
      return reader.state().publications.map(({title, total}) => [title, total]);
    },
    command: async ({run}) => {
      await run('read', teaser);
      await run('save', `${web.origin}/article?One`);
      const {sources} = JSON.parse(await run('sources', '--json')) as {
        sources: {title: string; total: number}[];
      };
      return sources.map(({title, total}) => [title, total]);
    },
  },
  pipe: handedOut('|', 'cat', ({lent}) => lent),
  editor: handedOut('v', undefined, ({lent}) => lent),
  pager: handedOut('V', undefined, ({lent}) => lent),
  refresh: {
    reader: async reader => {
      await reader.until(isList);
      serveFeed(['One', 'Two', 'Fresh']);
      reader.press('r');
      await reader.until(state => state.refreshing === undefined && listed(state).length === 7);
      return listed(reader.state()).length;
    },
    command: async ({run}) => {
      serveFeed(['One', 'Two', 'Fresh']);
      await run('refresh', '--force');
      return lines(await run('list', '--format', '{id}')).length;
    },
  },
  older: {
    reader: async reader => {
      await shelf(reader, 'teasers');
      reader.press('enter');
      await reader.until(state => isList(state) && listed(state).length === 2);
      serveFeed(['One', 'Two'], '/older.xml');
      reader.press('B');
      await settled(reader, /^1 older article/);
      return listed(reader.state()).length;
    },
    command: async ({run}) => {
      serveFeed(['One', 'Two'], '/older.xml');
      await run('refresh', `${web.origin}/feed.xml`, '--pages', '5');
      return lines(await run('list', '--query', 'in:teasers', '--format', '{id}')).length;
    },
  },
  continue: {
    opens: true,
    reader: async reader => {
      await reader.until(isList);
      await read(reader);
      reader.press('q');
      await reader.until(({unfinished}) => unfinished);
      reader.press('c');
      await reader.until(state => article(state)?.page);
      const {id} = article(reader.state()) ?? {};
      expect(id).toBe(second);
    },
    command: async ({environment, run}) => {
      const reader = await openReaderIn(environment);
      await read(reader);
      await reader.leave();
      const found = await run(
        'list',
        '--query',
        'is:started',
        '--order',
        'recent',
        '--limit',
        '1',
        '--format',
        '{id}',
      );
      expect(found.trim()).toBe(second);
    },
  },
  author: {
    reader: async reader => {
      await select(reader, first);
      reader.press('a');
      await reader.until(state => screenOf(state).kind === 'list' && listed(state).length === 3);
      return listed(reader.state());
    },
    command: async ({run}) => lines(await run('list', '--query', 'author:brandt', '--format', '{id}')),
  },
  topics: {
    reader: async reader => {
      await select(reader, first);
      reader.press('#', 'j', 'enter');
      await reader.until(state => listed(state).length === 4);
      return listed(reader.state());
    },
    command: async ({run}) => lines(await run('list', '--query', 'category:log', '--format', '{id}')),
  },
  publications: {
    reader: async reader => {
      reader.press('p');
      await reader.until(({savedQueries}) => savedQueries.length > 0);
      const {publications, savedQueries} = reader.state();
      return [publications.map(({title}) => title), savedQueries.map(({name}) => name)];
    },
    command: async ({run}) => {
      const {sources} = JSON.parse(await run('sources', '--json')) as {sources: {title: string}[]};
      const {searches} = JSON.parse(await run('searches', '--json')) as {searches: {name: string}[]};
      return [sources.map(({title}) => title), searches.map(({name}) => name)];
    },
  },
  add: {
    reader: async reader => {
      reader.press('+');
      reader.type(`${web.origin}/later.xml`);
      reader.press('enter');
      await settled(reader, /^Added/);
    },
    command: async ({run}) => void (await run('add', `${web.origin}/later.xml`)),
  },
  remove: {
    reader: async reader => {
      await shelf(reader);
      reader.press('x', 'y');
      await settled(reader, /^Removed/);
    },
    command: async ({run}) => void (await run('remove', blog)),
  },
  hide: arranged(['H'], '', ['--hide']),
  mute: arranged(['-'], '', ['--mute']),
  folder: arranged(['F'], 'Sea', ['--folder', 'Sea']),
  rename: arranged(['R'], 'Lamp', ['--name', 'Lamp']),
  'move-down': {
    reader: async reader => {
      reader.press('p');
      await reader.until(({savedQueries}) => savedQueries.length > 0);
      for (let steps = 0; steps < 30 && !isOnFirstSource(reader.state()); steps++) reader.press('j');
      reader.press('J');
      await reader.until(({publications}) => publications[1]?.title === 'The Lighthouse Log');
      return reader.state().publications.map(({title}) => title);
    },
    command: async ({run}) => titlesAfter(run, ['arrange', blog, '--place', '2']),
  },
  'move-up': {
    reader: async reader => {
      reader.press('p');
      await reader.until(({savedQueries}) => savedQueries.length > 0);
      for (let steps = 0; steps < 30 && !isOnFirstSource(reader.state()); steps++) reader.press('j');
      reader.press('j', 'K');
      await reader.until(({publications}) => publications[1]?.title === 'The Lighthouse Log');
      return reader.state().publications.map(({title}) => title);
    },
    command: async ({run}) => titlesAfter(run, ['arrange', `${web.origin}/feed.xml`, '--place', '1']),
  },
  subscribe: {
    reader: async reader => {
      await select(reader, first);
      reader.press('S');
      await reader.until(({overlay}) => overlay?.kind === 'subscribe' && overlay.facts);
      reader.press('ctrl+u');
      for (let count = 0; count < 40; count++) reader.press('backspace');
      reader.type('ada@example.com');
      reader.press('enter');
      await reader.until(({overlay}) => overlay?.kind === 'subscribe' && overlay.step === 'answered');
      const {overlay} = reader.state();
      return overlay?.kind === 'subscribe' ? overlay.outcome?.message : undefined;
    },
    command: async ({run}) =>
      (
        JSON.parse(
          await run('subscribe', 'ada@example.com', '--to', blog, '--yes', '--remember', '--json'),
        ) as {
          message: string;
        }
      ).message,
  },
  leave: {
    reader: async reader => {
      await select(reader, first);
      reader.press('X');
      await settled(reader, /how to leave/);
      return notice(reader.state());
    },
    command: async ({environment}) => {
      const {stderr} = await runCommand(environment, ['unsubscribe', 'The Lighthouse Log']);
      // The advice after it names a command.
      return stderr.replace(/^inkwell: (?:\S*blog: )?/, '').replace(/ To stop following it:.*\n/, '');
    },
  },
  signups: {
    reader: async reader => {
      reader.press('@');
      await reader.until(({overlay}) => overlay?.kind === 'signups' && overlay.signups.length > 0);
      const {overlay} = reader.state();
      return overlay?.kind === 'signups' ? overlay.signups.map(({id, state}) => [id, state]) : [];
    },
    command: async ({run}) =>
      (
        JSON.parse(await run('subscriptions', '--json')) as {subscriptions: {id: number; state: string}[]}
      ).subscriptions.map(({id, state}) => [id, state]),
  },
  notices: {
    reader: async reader => {
      web.serve('/feed.xml', {status: 410});
      await reader.until(isList);
      reader.press('r');
      await reader.until(({problems}) => Object.keys(problems).length > 0);
      return Object.values(reader.state().problems).map(({message}) => message);
    },
    command: async ({environment}) => {
      web.serve('/feed.xml', {status: 410});
      const {stdout} = await runCommand(environment, ['refresh', '--force', '--json']);
      return (JSON.parse(stdout) as {problems: {message: string}[]}).problems.map(({message}) => message);
    },
  },
  settings: configured(':measure 66', ['measure', '66']),
  density: configured('=', ['list.densities', 'airy all']),
  speech: configured(';', ['speech.level', 'full']),
  'side-by-side': configured('\\', ['sideBySide', 'false']),
  help: {
    reader: async reader => {
      reader.press('?');
      return reader.state().overlay?.kind === 'help';
    },
    command: async () => {
      const page = help(undefined);
      const commands = Object.values(COUNTERPARTS).flatMap(one => ('command' in one ? [one.command] : []));
      const names = commands.map(line => line.split(' ')[1] ?? '').filter(name => /^[a-z]/.test(name));
      return names.every(name => page.includes(`  ${name} `));
    },
  },
};

const BEYOND: Readonly<Record<keyof typeof BEYOND_KEYS, Pair>> = {
  'Related articles, at the end of an article': {
    opens: true,
    reader: async reader => {
      await open(reader, second);
      const links = article(reader.state())?.page?.links ?? [];
      return links.flatMap(({target}) => (target.kind === 'article' ? [target.id] : []));
    },
    command: async ({run}) => {
      await run('read', second);
      return lines(await run('related', second, '--format', '{id}'));
    },
  },
  'Search of the whole library, :search': {
    reader: async reader => {
      reader.type(':search lamp');
      reader.press('enter');
      await reader.until(state => screenOf(state).kind === 'list' && listed(state).length < 6);
      return listed(reader.state()).toSorted();
    },
    command: async ({run}) => lines(await run('search', 'lamp', '--format', '{id}')).toSorted(),
  },
  'Look, :theme': configured(':theme dark', ['theme', 'dark']),
  'Pictures, :images': configured(':images always', ['images', 'always']),
  'Columns of a row, :columns': configured(':columns publication title age', [
    'list.columns',
    'publication,title,age',
  ]),
  'Keys of another program, :keys': configured(':keys vim', ['keys.preset', 'vim']),
  'Sort, :order': {
    reader: async reader => {
      await reader.until(isList);
      const before = listed(reader.state());
      reader.type(':order oldest');
      reader.press('enter');
      await reader.until(state => listed(state)[0] !== before[0]);
      return listed(reader.state());
    },
    command: async ({run}) => lines(await run('list', '--order', 'oldest', '--format', '{id}')),
  },
  'Commands of your own, :run': {
    reader: async reader => {
      await select(reader, second);
      reader.type(':run keep');
      reader.press('enter');
      await reader.until(() => reader.outside.ran.length > 0);
      return reader.outside.ran.map(text => titlesIn(text));
    },
    command: async ({run}) => {
      await run('run', 'keep', second);
      const kept = await readFile(join(base.folder, 'kept'), 'utf8');
      return [titlesIn(kept)];
    },
  },
  'Forget a sign-up': {
    reader: async reader => {
      reader.press('@');
      await reader.until(({overlay}) => overlay?.kind === 'signups' && overlay.signups.length > 0);
      reader.press('x', 'y');
      await settled(reader, /^Forgotten/);
    },
    command: async ({run}) => void (await run('subscriptions', '--forget', '1')),
  },
  'Test an account, e on it': {
    reader: async reader => {
      await account.reader(reader);
      reader.press('e');
      await settled(reader, /signed in/);
      return notice(reader.state());
    },
    command: async door => {
      await account.command(door);
      return (await door.run('account', 'test')).trim();
    },
  },
  'Remove an account, x on it': {
    reader: async reader => {
      await account.reader(reader);
      reader.press('x', 'y');
      await settled(reader, /^Removed/);
      return notice(reader.state());
    },
    command: async door => {
      await account.command(door);
      return (await door.run('account', 'remove', '127.0.0.1')).trim();
    },
  },
  'Forget a search': {
    reader: async reader => {
      reader.press('p');
      await reader.until(({savedQueries}) => savedQueries.length > 0);
      reader.type('/short');
      reader.press('enter', 'x', 'y');
      await reader.until(({savedQueries}) => savedQueries.length === 0);
    },
    command: async ({run}) => void (await run('searches', '--forget', 'Short')),
  },
};

describe('the reader and the command do the same:', () => {
  test.each(Object.entries({...PAIRS, ...BEYOND}))(
    '%s',
    async (_, {reader: act, command, opens = false}) => {
      const [one, other] = [await copyOfBase(), await copyOfBase()];
      serveFeed(['One', 'Two']);
      const reader = await openReaderIn(one.environment);
      let shown: unknown;
      try {
        shown = await act(reader);
      } finally {
        await reader.leave();
      }
      serveFeed(['One', 'Two']);
      const run = async (...argv: readonly string[]): Promise<string> => {
        const {code, stdout, stderr} = await runCommand(other.environment, argv);
        if (code !== 0) throw new Error(`${argv.join(' ')}: exit ${code}. ${stderr}`);
        return stdout;
      };
      expect(await command({run, environment: other.environment})).toEqual(shown);
      const how = {withReading: !opens};
      expect(await stored(other.environment, how)).toEqual(await stored(one.environment, how));
    },
    120_000,
  );

  test('a teaser completed by either has the same text and counts', async () => {
    const [one, other] = [await copyOfBase(), await copyOfBase()];
    for (const {environment} of [one, other])
      await runCommand(environment, ['config', 'set', 'speeds.words', '20']);
    const reader = await openReaderIn(one.environment);
    await open(reader, teaser);
    await reader.until(state => article(state)?.row?.isPartial === false);
    await reader.leave();
    await runCommand(other.environment, ['read', teaser]);
    const how = {withReading: false};
    expect(await stored(other.environment, how)).toEqual(await stored(one.environment, how));
    const {stdout} = await runCommand(one.environment, ['list', '--json', '--query', 'title:One']);
    const {articles} = JSON.parse(stdout) as {articles: {minutes: number; words: number}[]};
    expect(articles[0]?.minutes).toBe(Math.round((articles[0]?.words ?? 0) / 20));
  }, 120_000);
});

async function copyOfBase(): Promise<Home> {
  const home = await temporaryHome();
  onTestFinished(() => home.remove());
  await cp(join(base.folder, 'data'), join(home.folder, 'data'), {recursive: true});
  await cp(join(base.folder, 'config'), join(home.folder, 'config'), {recursive: true});
  return home;
}

async function read(reader: Reader): Promise<void> {
  await open(reader, second);
  reader.press('space');
}

function isOnFirstSource(state: State): boolean {
  const screen = screenOf(state);
  if (screen.kind !== 'publications') return false;
  return shelvedPublication(state, screen)?.id === state.publications[0]?.id;
}

async function titlesAfter(run: Door['run'], argv: readonly string[]): Promise<string[]> {
  await run(...argv);
  return (JSON.parse(await run('sources', '--json')) as {sources: {title: string}[]}).sources.map(
    ({title}) => title,
  );
}

function copied(key: string, what: 'address' | 'article' | 'code'): Pair {
  return {
    ...(what === 'code' && {opens: true}),
    reader: async reader => {
      if (what === 'code') await open(reader, first);
      else await select(reader, first);
      reader.press(key);
      await reader.until(() => reader.outside.copied.length > 0);
      return reader.outside.copied.map(text => text.trimEnd());
    },
    command: ({environment}) =>
      withContext(environment, async context => {
        const services = await readingServicesOf(context);
        const found = await findArticle(first, services, context.signal);
        return [(await textToCopy(what, found, services, {...context, flags: {block: undefined}})).trimEnd()];
      }),
  };
}

function titlesIn(json: string): readonly string[] {
  return (JSON.parse(json) as {articles: {title: string}[]}).articles.map(({title}) => title);
}

/** The address that a key opens of an article with a recording, and that the command opens. */
function opened(key: string, part: Parameters<typeof placeToOpen>[1]): Pair {
  return {
    reader: async reader => {
      await select(reader, recorded);
      reader.press(key);
      await reader.until(() => reader.outside.opened.length > 0);
      return reader.outside.opened;
    },
    command: async ({environment}) => [
      await withContext(environment, async context => (await placeToOpen(recorded, part, context)).url),
    ],
  };
}

function handedOut(
  key: string,
  typed: string | undefined,
  texts: (outside: Reader['outside']) => string[],
): Pair {
  return {
    reader: async reader => {
      await select(reader, first);
      reader.press(key);
      if (typed !== undefined) {
        for (let count = 0; count < 60; count++) reader.press('backspace');
        if (reader.state().overlay === undefined) reader.press(key);
        reader.type(typed);
        reader.press('enter');
      }
      await reader.until(() => texts(reader.outside).length > 0);
      return texts(reader.outside);
    },
    command: async ({run}) => [await run('read', first, '--format', 'markdown')],
  };
}

function arranged(keys: readonly string[], typed: string, flags: readonly string[]): Pair {
  return {
    reader: async reader => {
      await shelf(reader);
      const before = JSON.stringify(reader.state().publications);
      reader.press(...keys);
      if (typed !== '') {
        for (let count = 0; count < 40 && reader.state().overlay !== undefined; count++)
          if (reader.state().overlay?.kind === 'ask' && fieldText(reader.state()) !== '')
            reader.press('backspace');
        reader.type(typed);
        reader.press('enter');
      }
      await reader.until(({publications}) => JSON.stringify(publications) !== before);
    },
    command: async ({run}) => void (await run('arrange', blog, ...flags)),
  };
}

function fieldText({overlay}: State): string {
  return overlay?.kind === 'ask' ? overlay.field.value : '';
}

function sortedBy(keys: readonly string[], order: string): Pair {
  return {
    reader: async reader => {
      await reader.until(isList);
      reader.press(...keys);
      return listed(reader.state());
    },
    command: async ({run}) => lines(await run('list', '--order', order, '--format', '{id}')),
  };
}

function markedTo(key: string, flag: string): Pair {
  return {
    reader: async reader => {
      await select(reader, second);
      reader.press(key);
      await settled(reader, /^Marked/);
    },
    command: async ({run}) => void (await run('mark', '--read', flag, second)),
  };
}

function configured(typed: string, [key = '', value = '']: readonly string[]): Pair {
  return {
    reader: async reader => {
      await reader.until(isList);
      reader.type(typed);
      if (typed.startsWith(':')) reader.press('enter');
    },
    command: async ({run}) => void (await run('config', 'set', key, value)),
  };
}

function serveFeed(titles: readonly string[], next?: string): void {
  const headers = {
    'content-type': 'application/rss+xml',
    ...(next !== undefined && {link: `<${next}>; rel="next"`}),
  };
  web.serve('/feed.xml', {headers, body: feed('Teasers', titles)});
  web.serve('/older.xml', {headers: {'content-type': 'application/rss+xml'}, body: feed('Teasers', ['Old'])});
}

const RECORDING =
  '<comments>https://example.org/talk</comments><enclosure url="https://example.org/two.mp3" type="audio/mpeg" length="24000000"/>';

function feed(name: string, titles: readonly string[]): string {
  const items = titles.map(
    (title, index) =>
      `<item><title>${title}</title><link>${web.origin}/article?${title}</link><guid>${title}</guid><pubDate>Tue, ${10 - index} Jun 2025 04:00:00 GMT</pubDate><description>A short start of it…</description>${title === 'Two' ? RECORDING : ''}</item>`,
  );
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>${name}</title><link>${web.origin}/site</link>${items.join('')}</channel></rss>`;
}

function page(): string {
  const paragraph = `<p>${'The keeper walked to the lamp and wrote a line about it in the log. '.repeat(10)}</p>`;
  return `<!doctype html><title>One</title><meta property="article:published_time" content="2025-06-10T04:00:00Z"><article><h1>One</h1>${paragraph.repeat(6)}</article>`;
}
