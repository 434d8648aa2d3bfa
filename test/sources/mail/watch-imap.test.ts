/** @module-tag long */

import type {AddressInfo} from 'node:net';
import {createServer, type TLSSocket} from 'node:tls';
import {afterAll, beforeAll, describe, expect, onTestFinished, test, vi} from 'vitest';
import {watchImap} from '../../../source/sources/mail/watch-imap.ts';
import {canServeMail, trustedMailServer} from '../../helpers/dovecot.ts';
import type {MailServer} from '../../helpers/dovecot.ts';
import {ownCertificate} from '../../helpers/own-certificate.ts';
import {aWayTo} from '../../helpers/way-to.ts';
import {html, letter, mail, PROSE} from './mails.ts';

const SECRET = {kind: 'password', value: 'secret'} as const;
const one = (number: number): Buffer =>
  mail(
    letter(`Subject: Letter ${number}`).map(line => line.replace('<one@', `<${number}@`)),
    html(PROSE),
  );

describe.skipIf(!canServeMail)('waiting at an IMAP folder', () => {
  let server: MailServer;
  beforeAll(async () => {
    server = await trustedMailServer();
  });
  afterAll(() => server.close());

  /** The state that a visit leaves, as the server has it now. */
  const stateOf = (folder: string): string => {
    const status = server.admin('mailbox', 'status', '-u', 'ada', 'uidvalidity uidnext', folder);
    const [, uidNext = '', uidValidity = ''] =
      /uidnext=(\d+) uidvalidity=(\d+)/u.exec(status) ?? expect.fail(status);
    return JSON.stringify({uidValidity, upTo: Number(uidNext) - 1});
  };

  function watch(folder: string, location = server.location(folder)) {
    const controller = new AbortController();
    const onNews = vi.fn<() => void>();
    const ended = watchImap(
      {location, secret: SECRET, validators: {etag: stateOf(folder)}},
      onNews,
      controller.signal,
    ).catch((error: unknown) => error);
    return {onNews, ended, leave: () => controller.abort(new Error('left'))};
  }

  test('hears of mail that came before it and of each that comes, and marks none', async () => {
    await server.deliver('Waiting', [one(1)]);
    const before = watch('Waiting');
    await server.deliver('Waiting', [one(2)]);
    await expect.poll(() => before.onNews.mock.calls.length).toBeGreaterThan(0);
    const heard = before.onNews.mock.calls.length;
    await server.deliver('Waiting', [one(3)]);
    await expect.poll(() => before.onNews.mock.calls.length).toBeGreaterThan(heard);
    before.leave();
    expect(await before.ended).toMatchObject({message: 'left'});
    expect(server.admin('search', '-u', 'ada', 'mailbox', 'Waiting', 'seen')).toBe('');
  });

  test('ends with the connection, and one that begins again hears of what came meanwhile', async () => {
    await server.deliver('Cut', [one(1)]);
    const way = await aWayTo(server.ports.imaps);
    const location = `imaps://ada@127.0.0.1:${way.port}/Cut`;
    const first = watch('Cut', location);
    await way.until(3000);
    const etag = stateOf('Cut');
    way.cut();
    expect(await first.ended).toHaveProperty('problem.kind');
    await server.deliver('Cut', [one(2)]);
    const onNews = vi.fn<() => void>();
    const controller = new AbortController();
    const again = watchImap({location, secret: SECRET, validators: {etag}}, onNews, controller.signal);
    again.catch(() => {});
    await expect.poll(() => onNews.mock.calls.length).toBe(1);
    controller.abort(new Error('left'));
    await expect(again).rejects.toThrow('left');
  });
});

/** Signs anybody in to an empty folder; `onIdle` has the connection when the client waits. */
async function serveIdle(certificate: object, onIdle: (socket: TLSSocket) => void): Promise<string> {
  const answers = new Map<string, readonly string[]>([
    ['CAPABILITY', ['* CAPABILITY IMAP4rev1 IDLE AUTH=PLAIN']],
    ['EXAMINE', ['* FLAGS ()', '* 0 EXISTS', '* OK [UIDVALIDITY 1] one', '* OK [UIDNEXT 1] next']],
    ['LIST', ['* LIST () "/" "INBOX"']],
  ]);
  const server = createServer(certificate, socket => {
    socket.on('error', () => {});
    socket.write('* OK hello\r\n');
    socket.on('data', data => {
      for (const line of data.toString('latin1').split('\r\n').filter(Boolean)) {
        const [tag = '', command = ''] = line.split(' ');
        const name = command.toUpperCase();
        if (name === 'IDLE') onIdle(socket);
        else socket.write([...(answers.get(name) ?? []), `${tag} OK done`, ''].join('\r\n'));
      }
    });
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return `imaps://ada@127.0.0.1:${(server.address() as AddressInfo).port}/INBOX`;
}

test('a server that announces without end is looked at once in a while', async ({skip}) => {
  const certificate = ownCertificate();
  if (!certificate) return skip('openssl is missing');
  const MANY = 20_000;
  const location = await serveIdle(certificate, socket => {
    socket.write('+ idling\r\n');
    for (let count = 1; count <= MANY; count++) socket.write(`* ${count} EXISTS\r\n`);
    socket.end();
  });
  const heard = async (quiet: number): Promise<number> => {
    const onNews = vi.fn<() => void>();
    const watched = {location, secret: SECRET, validators: {etag: '{"uidValidity":"1","upTo":0}'}};
    const ended = watchImap(watched, onNews, new AbortController().signal, quiet);
    await expect(ended).rejects.toHaveProperty('problem.kind', 'offline');
    return onNews.mock.calls.length;
  };
  const day = 86_400_000;
  expect(await heard(0)).toBe(MANY);
  expect(await heard(day)).toBe(1);
});
