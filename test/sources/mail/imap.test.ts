import {createServer} from 'node:net';
import type {AddressInfo} from 'node:net';
import {readdir} from 'node:fs/promises';
import {join} from 'node:path';
import {getCACertificates, setDefaultCACertificates} from 'node:tls';
import {afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test} from 'vitest';
import type {Fetched} from '../../../source/domain/publication/source.ts';
import {findLeaving} from '../../../source/sources/mail/find-leaving.ts';
import {newestHeaders, openImap} from '../../../source/sources/mail/open-imap.ts';
import {ingestSource} from '../../../source/ingest/ingest-source.ts';
import type {Asked} from '../../../source/sources/context.ts';
import {canServeMail, trustedMailServer} from '../../helpers/dovecot.ts';
import type {MailServer} from '../../helpers/dovecot.ts';
import {aWayTo} from '../../helpers/way-to.ts';
import {reader} from '../../helpers/reading.ts';
import {open as openLibrary} from '../../helpers/shelf.ts';
import {html, letter, mail, PROSE, text} from './mails.ts';

const SECRET = {kind: 'password', value: 'secret'} as const;
const one = (number: number, prose = PROSE): Buffer =>
  mail(
    letter(`Subject: Letter ${number}`).map(line => line.replace('<one@', `<${number}@`)),
    html(prose),
  );
const PRIVATE = mail(['From: bo@home.example', 'Subject: whisperedquietly'], text('whisperedquietly'));

const titles = (fetched: Fetched) =>
  fetched.kind === 'loaded' ? fetched.articles.map(({article}) => article.title).sort() : fetched.kind;
const etagOf = ({validators}: Fetched) => validators.etag ?? expect.fail();

if (!canServeMail)
  console.warn(
    'IMAP: all tests against Dovecot are SKIPPED, since it can’t be started here (apt-get install dovecot-imapd, as root).',
  );

describe.skipIf(!canServeMail)('a folder of an IMAP server', () => {
  let server: MailServer;
  let folder: string;
  let count = 0;
  beforeAll(async () => {
    server = await trustedMailServer();
  });
  afterAll(() => server.close());
  beforeEach(() => {
    folder = `Letters${++count}`;
  });

  const open = (change: {location?: string; password?: string; etag?: string; signal?: AbortSignal} = {}) =>
    openImap(
      {
        location: change.location ?? server.location(folder),
        secret: {kind: 'password', value: change.password ?? 'secret'},
        settings: {},
        validators: change.etag === undefined ? {} : {etag: change.etag},
      },
      {
        http: {} as never,
        limits: {items: 20_000, depth: 90},
        now: Date.now,
        signal: change.signal ?? new AbortController().signal,
      },
    );

  test('gives its letters, leaves private mail where it is, and marks nothing as read', async () => {
    await server.deliver(folder, [one(1), PRIVATE, one(2)]);
    const first = await open();
    expect(titles(first)).toEqual(['Letter 1', 'Letter 2']);
    expect(JSON.stringify(first)).not.toContain('whisperedquietly');
    expect(first).toMatchObject({parts: [{fetched: {publication: {title: 'Mara Lind'}}}]});
    const kept = [
      ...(await readdir(join(server.mail, `.${folder}/cur`))),
      ...(await readdir(join(server.mail, `.${folder}/new`))),
    ];
    expect(kept).toHaveLength(3);
    expect(kept.filter(name => /,[A-Z]*S/u.test(name))).toEqual([]);
    expect(await open({etag: etagOf(first)})).toMatchObject({kind: 'unchanged'});
    await server.deliver(folder, [one(3)]);
    const second = await open({etag: etagOf(first)});
    expect(titles(second)).toEqual(['Letter 3']);
    expect(second).toMatchObject({parts: [{fetched: {isUpdate: true}}]});
    const heads = await newestHeaders(server.location(folder), 'weekly.harbour.example', SECRET, 2);
    expect(heads.map(head => /Letter \d/u.exec(Buffer.from(head).toString())?.[0])).toEqual([
      'Letter 2',
      'Letter 3',
    ]);
  });

  test('has newsletters whose names hold another’s, and each is left where its own letters say', async () => {
    const daily = (name: number) =>
      Buffer.from(
        one(name)
          .toString()
          .replaceAll('weekly.harbour.example', 'biweekly.harbour.example')
          .replaceAll('//harbour.example', '//other.example'),
      );
    await server.deliver(folder, [one(1), one(2), daily(3), daily(4), daily(5)]);
    const at = (list: string) => findLeaving(`letters:${server.location(folder)}?list=${list}`, SECRET);
    expect((await at('weekly.harbour.example'))?.url).toContain('//harbour.example');
    expect((await at('biweekly.harbour.example'))?.url).toContain('//other.example');
  });

  test('is encrypted by STARTTLS where the address says imap:', async () => {
    await server.deliver(folder, [one(1)]);
    expect(titles(await open({location: `imap://ada@127.0.0.1:${server.ports.imap}/${folder}`}))).toEqual([
      'Letter 1',
    ]);
  });

  test('is denied by a wrong password, whose words are in no message', async () => {
    const failure = open({password: 'opensesame'});
    await expect(failure).rejects.toMatchObject({problem: {kind: 'denied'}});
    await expect(failure).rejects.not.toThrow('opensesame');
  });

  test('is missing when it was renamed', {tags: 'long'}, async () => {
    await server.deliver(folder, [one(1)]);
    await open();
    server.admin('mailbox', 'rename', '-u', 'ada', folder, 'Post');
    await expect(open()).rejects.toMatchObject({
      problem: {kind: 'missing', message: expect.stringContaining(folder) as string},
    });
    expect(titles(await open({location: server.location('Post')}))).toEqual(['Letter 1']);
  });

  test('is read anew when the server has numbered its mails anew', async () => {
    await server.deliver(folder, [one(1), one(2)]);
    const first = await open();
    server.admin('mailbox', 'delete', '-u', 'ada', '-s', folder);
    server.admin('mailbox', 'create', '-u', 'ada', folder);
    await server.deliver(folder, [one(7)]);
    const again = await open({etag: etagOf(first)});
    expect(titles(again)).toEqual(['Letter 7']);
    expect(again).toMatchObject({parts: [{fetched: {isUpdate: false}}]});
  });

  test('is not opened when nothing has changed there, and little is asked when only marks have', async () => {
    await server.deliver(folder, [one(1), one(2)]);
    const first = await open();
    // The folder's state was enough.
    expect(await open({etag: etagOf(first)})).toEqual({
      kind: 'unchanged',
      validators: {etag: etagOf(first)},
    });
    server.admin('flags', 'add', '-u', 'ada', '\\Seen', 'mailbox', folder, 'uid', '2');
    const second = await open({etag: etagOf(first)});
    expect(second).toMatchObject({kind: 'unchanged', seen: [{isSeen: true}]});
    expect(await open({etag: etagOf(second)})).not.toHaveProperty('seen');
  });

  test('has nothing new when mails were deleted', async () => {
    await server.deliver(folder, [one(1), one(2)]);
    const first = await open();
    server.admin('expunge', '-u', 'ada', 'mailbox', folder, 'all');
    expect(await open({etag: etagOf(first)})).toMatchObject({kind: 'unchanged'});
    expect(titles(await open())).toEqual([]);
  });

  test('is not trusted without a certificate that is known', async () => {
    const before = getCACertificates('default');
    setDefaultCACertificates(getCACertificates('bundled'));
    onTestFinished(() => setDefaultCACertificates(before));
    await expect(open()).rejects.toMatchObject({problem: {kind: 'unsafe'}});
    await expect(
      open({location: `imap://ada@127.0.0.1:${server.ports.imap}/${folder}`}),
    ).rejects.toMatchObject({
      problem: {kind: 'unsafe'},
    });
  });

  test(
    'goes on behind the letters that were stored when the connection was cut',
    {tags: 'long'},
    async () => {
      await server.deliver(
        folder,
        Array.from({length: 320}, (_, index) => one(index + 1, PROSE.repeat(20))),
      );
      const size = one(1, PROSE.repeat(20)).byteLength;
      const {library} = openLibrary();
      const {publicationId} = library.follow(server.location(folder), {isListed: true});
      const visit = async (port: number) => {
        const source = library.source(publicationId) ?? expect.fail();
        // The folder keeps its name; only the way to it is another.
        const sources = {
          open: (asked: Asked, signal: AbortSignal) =>
            reader().open({...asked, location: `imaps://ada@127.0.0.1:${port}/${folder}`}, signal),
        };
        const asked = {...source, secret: SECRET};
        return await ingestSource({library, sources}, asked, new AbortController().signal);
      };
      const way = await aWayTo(server.ports.imaps, 280 * size);
      expect(await visit(way.port)).toHaveProperty('problem');
      const before = library.window({query: ''}, 0, 1).total;
      expect(before).toBeGreaterThan(0);
      expect(before).toBeLessThan(320);
      expect(await visit(server.ports.imaps)).toMatchObject({added: 320 - before});
      expect(library.window({query: ''}, 0, 1).total).toBe(320);
    },
  );

  test('fails and never hangs when the connection is cut, wherever that is', async () => {
    await server.deliver(folder, [one(1), one(2), one(3)]);
    for (const limit of [0, 40, 700, 1500, 3000, 4500, 6000, 9000, 12_000]) {
      const {port} = await aWayTo(server.ports.imaps, limit);
      const result = await open({location: `imaps://ada@127.0.0.1:${port}/${folder}`}).catch(
        (error: unknown) => error,
      );
      if (result instanceof Error) expect(result).toHaveProperty('problem.kind');
      else expect(titles(result as Fetched)).toHaveLength(3);
    }
    const leaving = new AbortController();
    leaving.abort(new Error('left'));
    await expect(open({signal: leaving.signal})).rejects.toThrow('left');
  });
});

test('a server without STARTTLS gets no password', async () => {
  const heard: string[] = [];
  const server = createServer(socket => {
    socket.write('* OK ready\r\n');
    socket.on('data', data => {
      heard.push(data.toString());
      for (const line of data.toString().split('\r\n').filter(Boolean)) {
        const [tag = '', command = ''] = line.split(' ');
        if (command === 'CAPABILITY') socket.write('* CAPABILITY IMAP4rev1 AUTH=PLAIN\r\n');
        socket.write(`${tag} OK done\r\n`);
      }
    });
    socket.on('error', () => {});
  }).listen(0, '127.0.0.1');
  await new Promise(resolve => void server.once('listening', resolve));
  onTestFinished(() => void server.close());
  const {port} = server.address() as AddressInfo;
  const {signal} = new AbortController();
  const asked = {
    location: `imap://ada@127.0.0.1:${port}/INBOX`,
    secret: {kind: 'password', value: 'opensesame'} as const,
    settings: {},
    validators: {},
  };
  const surroundings = {http: {} as never, limits: {items: 10, depth: 9}, now: Date.now, signal};
  await expect(openImap(asked, surroundings)).rejects.toMatchObject({problem: {kind: 'unsafe'}});
  expect(heard.join('')).not.toMatch(/opensesame|LOGIN|AUTHENTICATE/u);
});
