import {spawn} from 'node:child_process';
import type {ChildProcess} from 'node:child_process';
import {mkdtemp, readdir, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {openHost} from './host.ts';
import {POSTS, SITE} from './posts.ts';
import {endAll, freePort, openMariadb, patiently} from './processes.ts';
import {tool} from './program.ts';

const OWNER = {name: 'Iris Quill', email: 'iris@host.example', password: 'a-lamp-and-its-glass'};

/** Ghost of the npm registry with a MariaDB of its own; posts are written by its own API. */
export async function openGhost() {
  const folder = await mkdtemp(join(tmpdir(), 'inkwell-ghost-'));
  const socket = join(folder, 'sql.sock');
  const processes: ChildProcess[] = [];
  const host = await openHost();
  const origin = `http://127.0.0.1:${await freePort()}`;
  const close = async (): Promise<void> => {
    await endAll(processes);
    await host.close();
    await rm(folder, {recursive: true, force: true});
  };
  try {
    const program = await unpacked(folder);
    processes.push(await openMariadb(join(folder, 'data'), socket, 'ghost'));
    const settings: Readonly<Record<string, string>> = {
      url: origin,
      server__port: new URL(origin).port,
      database__client: 'mysql',
      database__connection__socketPath: socket,
      database__connection__user: 'root',
      database__connection__database: 'ghost',
      mail__transport: 'SMTP',
      mail__from: 'letters@host.example',
      mail__options__host: '127.0.0.1',
      mail__options__port: String(host.mailPort),
      mail__options__ignoreTLS: 'true',
      security__staffDeviceVerification: 'false',
      privacy__useUpdateCheck: 'false',
      logging__transports: '["stdout"]',
      logging__level: 'error',
    };
    const {PATH = '', HOME = ''} = process.env;
    processes.push(
      spawn(process.execPath, ['index.js'], {
        cwd: program,
        env: {PATH, HOME, NODE_ENV: 'production', ...settings},
        stdio: 'ignore',
      }),
    );
    await patiently(async () => {
      if (!(await fetch(`${origin}/rss/`)).ok) throw new Error('Ghost has not begun');
    });
    const key = await filled(origin);
    return {origin, key, hasFeed: true, mails: host.mails, close};
  } catch (error) {
    await close();
    throw error;
  }
}

/** The package with what it needs; nothing of it is built here. */
async function unpacked(folder: string): Promise<string> {
  await tool('npm', ['pack', 'ghost@6', '--silent'], folder);
  const archive = (await readdir(folder)).find(name => name.endsWith('.tgz')) ?? '';
  await tool('tar', ['xzf', archive], folder);
  const program = join(folder, 'package');
  const flags = ['--ignore-scripts', '--omit=dev', '--omit=optional', '--no-audit', '--no-fund'];
  // Ghost itself is installed by another program, which minds no versions of peers.
  await tool('npm', ['install', ...flags, '--legacy-peer-deps'], program);
  return program;
}

/** Sets the site up and writes the posts, as its editor does; gives the key of its public API. */
async function filled(origin: string): Promise<string> {
  let cookie = '';
  const ask = async (method: string, path: string, body?: object): Promise<Answer> => {
    const response = await fetch(`${origin}/ghost/api/admin/${path}`, {
      method,
      headers: {origin, 'content-type': 'application/json', ...(cookie && {cookie})},
      ...(body && {body: JSON.stringify(body)}),
    });
    cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? cookie;
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text.slice(0, 300)}`);
    return (text.startsWith('{') ? JSON.parse(text) : {}) as Answer;
  };
  await ask('POST', 'authentication/setup/', {setup: [{...OWNER, blogTitle: SITE.title}]});
  await ask('POST', 'session/', {username: OWNER.email, password: OWNER.password});
  await ask('PUT', 'settings/', {settings: [{key: 'description', value: SITE.tagline}]});
  const {posts = []} = await ask('GET', 'posts/?fields=id&limit=100');
  for (const {id} of posts) await ask('DELETE', `posts/${id}/`);
  for (const {slug, title, day, category, tags, paragraphs} of POSTS)
    await ask('POST', 'posts/?source=html', {
      posts: [
        {
          slug,
          title,
          status: 'published',
          published_at: `${day}T12:00:00.000Z`,
          tags: [category, ...tags],
          html: paragraphs.map(text => `<p>${text}</p>`).join(''),
        },
      ],
    });
  const {integrations = []} = await ask('GET', 'integrations/?include=api_keys&limit=all');
  const keys = integrations.flatMap(({api_keys: all = []}) => all);
  return keys.find(({type}) => type === 'content')?.secret ?? '';
}

type Answer = Readonly<{
  posts?: readonly {id: string}[];
  integrations?: readonly {api_keys?: readonly {type: string; secret: string}[]}[];
}>;
