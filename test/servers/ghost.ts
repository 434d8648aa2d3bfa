import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {cp, mkdir, mkdtemp, readdir, rm, stat, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {openHost} from './host.ts';
import {openMailgun} from './mailgun.ts';
import {freePort, openMariadb, patiently} from './mariadb.ts';
import type {Mariadb} from './mariadb.ts';
import {POSTS, SITE} from './posts.ts';
import {tool} from './program.ts';

const OWNER = {name: 'Iris Quill', email: 'iris@host.example', password: 'a harbour at low water'};

export type Ghost = Readonly<{
  origin: string;
  /** Publishes a post and sends it as a letter. */
  send: (title: string, html: string) => Promise<void>;
  /** The newsletters of a member; undefined for nobody's address. */
  newslettersOf: (email: string) => Promise<readonly string[] | undefined>;
  /** Writes the posts of all sites; gives the key of the public API. */
  fill: () => Promise<string>;
  /** Mails that went by SMTP, whole. */
  mails: readonly string[];
  close: () => Promise<void>;
}>;

/**
 * A real Ghost from npm, in production, with Debian's MariaDB. Its mails go by SMTP and its letters through a
 * double of Mailgun; both are handed to `onMail`. `at`: the folder in which it is, or will be, installed.
 */
export async function openGhost(at: string, onMail: (mail: Buffer) => void): Promise<Ghost> {
  const home = await install(at);
  const folder = await mkdtemp(join(tmpdir(), 'inkwell-ghost-'));
  const [host, mailgun, port] = await Promise.all([openHost(onMail), openMailgun(onMail), freePort()]);
  const origin = `http://127.0.0.1:${port}`;
  let database: Mariadb | undefined;
  let end: (() => Promise<void>) | undefined;
  const close = async (): Promise<void> => {
    await end?.();
    await database?.close();
    mailgun.close();
    await host.close();
    await rm(folder, {recursive: true, force: true});
  };
  try {
    database = await openMariadb(folder, 'ghost');
    // Ghost takes the folder in which it is started for its own.
    await cp(join(home, 'package.json'), join(folder, 'package.json'));
    await cp(join(home, 'content'), join(folder, 'content'), {recursive: true});
    for (const name of ['logs', 'data', 'images', 'settings'])
      await mkdir(join(folder, 'content', name), {recursive: true});
    const configuration = {
      url: origin,
      server: {host: '127.0.0.1', port},
      database: {
        client: 'mysql',
        connection: {socketPath: database.socket, user: 'root', password: '', database: 'ghost'},
      },
      mail: {
        from: 'The Harbour <letters@host.example>',
        transport: 'SMTP',
        options: {host: '127.0.0.1', port: host.mailPort, secure: false, ignoreTLS: true},
      },
      bulkEmail: {mailgun: {baseUrl: mailgun.url, apiKey: 'key', domain: 'ghost.example'}},
      paths: {contentPath: join(folder, 'content')},
      logging: {transports: ['file'], level: 'error'},
      privacy: {useUpdateCheck: false, useGravatar: false, useRpcPing: false, useStructuredData: false},
      security: {staffDeviceVerification: false},
      imageOptimization: {resize: false},
    };
    await writeFile(join(folder, 'config.production.json'), JSON.stringify(configuration));
    const server = spawn(process.execPath, [join(home, 'index.js')], {
      cwd: folder,
      env: {...process.env, NODE_ENV: 'production'},
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let said = '';
    server.stderr.on('data', (text: Buffer) => (said = (said + text.toString()).slice(-2000)));
    end = async () => {
      server.kill('SIGKILL');
      if (server.exitCode === null && server.signalCode === null) await once(server, 'exit');
    };
    await patiently(async () => {
      if (server.exitCode !== null) return;
      const answer = await fetch(`${origin}/ghost/api/admin/site/`);
      if (!answer.ok) throw new Error(`Ghost answers ${answer.status}`);
    }, 240);
    if (server.exitCode !== null) throw new Error(`Ghost has ended: ${said.trim()}`);
    return {...(await asOwner(origin)), origin, mails: host.mails, close};
  } catch (error) {
    await close();
    throw error;
  }
}

/** Ghost without development packages and without running anything of them. */
async function install(at: string): Promise<string> {
  const home = join(at, 'package');
  if (await stat(join(home, 'node_modules/.package-lock.json')).catch(() => undefined)) return home;
  await mkdir(at, {recursive: true});
  await tool('npm', ['pack', 'ghost'], at);
  const archive = (await readdir(at)).find(name => /^ghost-.*\.tgz$/u.test(name)) ?? '';
  await tool('tar', ['xzf', archive], at);
  const how = '--omit=dev --ignore-scripts --no-audit --no-fund --legacy-peer-deps';
  await tool('npm', ['install', ...how.split(' ')], home);
  return home;
}

/** Sets the site up, and acts as its owner from then on. */
async function asOwner(origin: string): Promise<Omit<Ghost, 'origin' | 'mails' | 'close'>> {
  let cookie = '';
  const api = async (method: string, path: string, body?: object): Promise<Record<string, unknown>> => {
    const answer = await fetch(`${origin}/ghost/api/admin/${path}`, {
      method,
      headers: {'content-type': 'application/json', origin, ...(cookie !== '' && {cookie})},
      ...(body && {body: JSON.stringify(body)}),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`Ghost answers ${path} with ${answer.status}: ${text.slice(0, 500)}`);
    cookie = answer.headers.getSetCookie()[0]?.split(';', 1)[0] ?? cookie;
    return text.startsWith('{') ? (JSON.parse(text) as Record<string, unknown>) : {};
  };
  await api('POST', 'authentication/setup/', {setup: [{...OWNER, blogTitle: SITE.title}]});
  await api('POST', 'session/', {username: OWNER.email, password: OWNER.password});
  return {
    async send(title, html) {
      const drafted = (await api('POST', 'posts/?source=html', {posts: [{title, html}]})) as {
        posts: readonly {id: string; updated_at: string}[];
      };
      const [post] = drafted.posts;
      if (!post) throw new Error('Ghost made no post.');
      const change = {posts: [{status: 'published', updated_at: post.updated_at}]};
      await api('PUT', `posts/${post.id}/?newsletter=default-newsletter&email_segment=all`, change);
    },
    async fill() {
      await api('PUT', 'settings/', {settings: [{key: 'description', value: SITE.tagline}]});
      for (const {slug, title, day, category, tags, paragraphs} of POSTS) {
        const html = paragraphs.map(text => `<p>${text}</p>`).join('');
        const published = {status: 'published', published_at: `${day}T12:00:00.000Z`};
        const post = {slug, title, tags: [category, ...tags], html, ...published};
        await api('POST', 'posts/?source=html', {posts: [post]});
      }
      const {integrations} = (await api('GET', 'integrations/?include=api_keys&limit=all')) as {
        integrations: readonly {api_keys?: readonly {type: string; secret: string}[]}[];
      };
      const keys = integrations.flatMap(({api_keys: all = []}) => all);
      return keys.find(({type}) => type === 'content')?.secret ?? '';
    },
    async newslettersOf(email) {
      const query = new URLSearchParams({filter: `email:'${email}'`, include: 'newsletters'});
      const {members} = (await api('GET', `members/?${query.toString()}`)) as {
        members: readonly {newsletters: readonly {name: string}[]}[];
      };
      return members[0]?.newsletters.map(({name}) => name);
    },
  };
}
