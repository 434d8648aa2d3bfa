import {cp, mkdir, mkdtemp, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {writeBlog} from '../helpers/blog.ts';
import {feedWithNewsletter, rss, served} from '../helpers/feeds.ts';
import {cachedItem, makeNewsboatCache} from '../helpers/newsboat.ts';
import {temporaryHome} from '../helpers/temporary-home.ts';
import {ENTRY} from '../helpers/terminal.ts';
import {webServer} from '../helpers/web-server.ts';
import {runLine, type Printed} from './run-line.ts';

/**
 * Where what the documents say can be tried: a home in which somebody has read for a while, and the sites
 * they name.
 */
export type ReaderAtHome = Readonly<{
  /** Runs shell in a copy of that home; the sites that the documents name are on this machine. */
  run: (script: string) => Promise<Printed>;
  close: () => Promise<void>;
}>;

const PAGE = `<!doctype html><title>A post</title><article><h1>A post</h1>${'<p>Words of a post that somebody wrote with care.</p>'.repeat(20)}</article>`;

export async function readerAtHome(): Promise<ReaderAtHome> {
  const home = await temporaryHome();
  const web = await webServer();
  const today = new Date(Date.now() - 3_600_000).toISOString();
  const entries = [
    {title: 'New', day: today},
    {title: 'Old', day: '2020-01-01', text: 'A reading position is a place.'},
  ];
  web.serve('/', page(`<link rel="alternate" type="application/feed+json" href="${web.origin}/feed.json">`));
  web.serve('/feed.json', served(feedWithNewsletter('The Sea', `${web.origin}/join`)));
  const recording = '<enclosure url="https://example.com/new.mp3" type="audio/mpeg" length="1"/></item>';
  web.serve('/feed.xml', served(rss('The Well', entries).replace('</item>', recording)));
  web.serve('/other.xml', served(rss('The Pond', [{title: 'Ripples', day: today}])));
  for (const path of ['/post', '/a-post', '/post.html']) web.serve(path, page(PAGE));
  web.serve('/join', {status: 201, body: '{}'});

  const programs = join(home.folder, 'programs');
  await mkdir(programs);
  await put(programs, 'inkwell', `exec "${process.execPath}" "${ENTRY}" "$@"`);
  // Who chooses, turns pages and looks at a browser is not there in a test.
  await put(programs, 'fzf', 'head -1');
  await put(programs, 'less', 'cat');
  await put(programs, 'vim', 'cat');
  for (const opener of ['xdg-open', 'open']) await put(programs, opener, 'true');

  const at = (folder: string, script: string) => runIn(folder, programs, web.origin, script);
  const lived = join(home.folder, 'lived');
  await mkdir(join(lived, '.config/fish/completions'), {recursive: true});
  await writeFile(join(lived, 'post.md'), '# A title\n\nSome *text*.\n');
  await writeBlog(lived, {articles: 3});
  await cp(join(lived, 'blog'), join(lived, 'notes'), {recursive: true});
  const feed = 'https://example.com/feed.xml';
  await mkdir(join(lived, '.newsboat'));
  await writeFile(join(lived, '.newsboat/urls'), `${feed} "~The Well" water\n`);
  makeNewsboatCache(
    join(lived, '.newsboat/cache.db'),
    [feed],
    [cachedItem(feed, {guid: '1', title: 'One', url: ''})],
  );
  await at(
    lived,
    `inkwell add https://example.com/feed.xml https://example.com
     for n in 1 2 3; do inkwell subscribe ada$n@example.com --to https://example.com/feed.json --yes; done
     inkwell searches Short 'is:unread'
     inkwell rules add 'title:ripples' tag water
     inkwell rules add 'title:/^advertisement/i' hide
     inkwell config set commands '[{"name": "keep", "run": "cat >> kept.jsonl"}]'
     inkwell export > feeds.opml
     inkwell export --state > inkwell.jsonl`,
  );
  const {stdout} = await at(lived, "inkwell list --query 'title:new' --format '{id}'");
  return {
    async run(script) {
      const folder = await mkdtemp(join(home.folder, 'home-'));
      await cp(lived, folder, {recursive: true});
      return await at(folder, script.replaceAll(/\bID\b/g, stdout.trim()));
    },
    close: async () => void (await Promise.all([home.remove(), web.close()])),
  };
}

const page = (body: string) => ({headers: {'content-type': 'text/html'}, body});

async function put(folder: string, name: string, script: string): Promise<void> {
  await writeFile(join(folder, name), `#!/bin/sh\n${script}\n`, {mode: 0o755});
}

function runIn(home: string, programs: string, origin: string, script: string): Promise<Printed> {
  return runLine(script.replaceAll(/https:\/\/(?:blog\.)?example\.com/g, origin), home, {
    HOME: home,
    DISPLAY: ':0',
    PATH: `${programs}:${process.env['PATH']}`,
    LANG: 'C.UTF-8',
    TZ: 'UTC',
  });
}
