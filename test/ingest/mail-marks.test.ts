/** @module-tag long */

import {readdir} from 'node:fs/promises';
import {join} from 'node:path';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {ingestSource} from '../../source/ingest/ingest-source.ts';
import type {Options} from '../../source/options/options.ts';
import type {Library} from '../../source/ports/library.ts';
import {sourcesToRefresh} from '../../source/services/refresh.ts';
import {canServeMail, trustedMailServer} from '../helpers/dovecot.ts';
import type {MailServer} from '../helpers/dovecot.ts';
import {NOW} from '../helpers/drafts.ts';
import {reader} from '../helpers/reading.ts';
import {open as openLibrary} from '../helpers/shelf.ts';
import {aWayTo} from '../helpers/way-to.ts';
import {html, letter, mail, PROSE} from '../sources/mail/mails.ts';

const one = (number: number): Buffer =>
  mail(
    letter(`Subject: Letter ${number}`).map(line => line.replace('<one@', `<${number}@`)),
    html(PROSE),
  );

const idOf = (library: Library, title: string): string =>
  library.window({query: ''}, 0, 50).rows.find(row => row.title === title)?.id ?? expect.fail(title);
const read = (library: Library, title: string, isRead = true): void =>
  library.mark([idOf(library, title)], {isRead});

describe.skipIf(!canServeMail)('read marks of letters in an IMAP folder', () => {
  let server: MailServer;
  let count = 0;
  beforeAll(async () => {
    server = await trustedMailServer();
  });
  afterAll(() => server.close());

  /** A followed folder with three letters, all of them read. */
  async function followed(port = server.ports.imaps) {
    const folder = `Marks${++count}`;
    await server.deliver(folder, [one(1), one(2), one(3)]);
    const {library} = openLibrary();
    const at = `imaps://ada@127.0.0.1:${port}/${folder}`;
    const {publicationId} = library.follow(at, {isListed: true});
    const visit = async ({marksSeen = true, password = 'secret', location = ''} = {}) => {
      const source = library.source(publicationId) ?? expect.fail();
      const secret = {kind: 'password', value: password} as const;
      const asked = {...source, secret, marksSeen, ...(location && {location})};
      return await ingestSource({library, sources: reader()}, asked, new AbortController().signal);
    };
    expect(await visit({marksSeen: false})).toMatchObject({added: 3});
    return {folder, library, publicationId, visit};
  }

  const seen = (folder: string): readonly string[] =>
    server
      .admin('fetch', '-u', 'ada', 'hdr.subject', 'mailbox', folder, 'seen')
      .split('\n')
      .flatMap(line => /^hdr\.subject: (.*)$/u.exec(line)?.[1] ?? [])
      .sort();

  test('stay here unless the reader asks', async () => {
    const {folder, library, visit} = await followed();
    read(library, 'Letter 1');
    expect(await visit({marksSeen: false})).not.toHaveProperty('problem');
    expect(seen(folder)).toEqual([]);
    expect(library.sources()[0]).not.toHaveProperty('hasMarks');
  });

  test('are set there with the next visit, also those from before they were asked for, and taken back', async () => {
    const {folder, library, visit} = await followed();
    read(library, 'Letter 1');
    await visit({marksSeen: false});
    read(library, 'Letter 2');
    expect(library.sources()[0]).toMatchObject({hasMarks: true});
    expect(await visit()).not.toHaveProperty('problem');
    expect(seen(folder)).toEqual(['Letter 1', 'Letter 2']);
    expect(library.sources()[0]).not.toHaveProperty('hasMarks');
    read(library, 'Letter 1', false);
    await visit();
    expect(seen(folder)).toEqual(['Letter 2']);
  });

  test('make their folder due, but neither without the setting nor after a failure', async () => {
    const {library, publicationId, visit} = await followed();
    const due = (markSeen: boolean) =>
      sourcesToRefresh(
        'due',
        {library, now: () => NOW, options: {letters: {markSeen}, offline: false} as Options},
        60,
      ).sources.length;
    expect(due(true)).toBe(0);
    read(library, 'Letter 1');
    expect(due(false)).toBe(0);
    expect(due(true)).toBe(1);
    library.noteFailure(publicationId, {kind: 'offline', message: 'The cable is out.'});
    expect(due(true)).toBe(0);
    await visit();
    expect(due(true)).toBe(0);
    read(library, 'Letter 2');
    expect(due(true)).toBe(1);
  });

  test('wait through a failure and are sent again', async () => {
    const {folder, library, publicationId, visit} = await followed();
    read(library, 'Letter 3');
    expect(await visit({password: 'wrong'})).toMatchObject({problem: {kind: 'denied'}});
    expect(library.sources()[0]).toMatchObject({hasMarks: true});
    // A folder that may be read alone.
    const acl = join(server.mail, `.${folder}`, 'dovecot-acl');
    await server.allow(acl, 'user=ada lr');
    await server.deliver(folder, [one(4)]);
    expect(await visit()).toMatchObject({
      added: 1,
      problem: {kind: 'denied', message: expect.stringContaining('does not let read marks be changed')},
    });
    expect(library.publication(publicationId)).toMatchObject({problem: {kind: 'denied'}});
    await server.allow(acl, 'user=ada lrws');
    expect(await visit()).not.toHaveProperty('problem');
    expect(seen(folder)).toEqual(['Letter 3']);
    expect(library.publication(publicationId)).not.toHaveProperty('problem');
  });

  test('arrive in the end, wherever the connection is cut', async () => {
    const way = await aWayTo(server.ports.imaps);
    const {folder, library, visit} = await followed(way.port);
    for (const title of ['Letter 1', 'Letter 2', 'Letter 3']) read(library, title);
    let cuts = 0;
    for (let limit = 1200; limit < 6000; limit += 300) {
      way.limit(limit);
      if ((await visit()).problem) cuts++;
      // Marks change between two visits, so that there is something to send each time.
      read(library, 'Letter 2', false);
      read(library, 'Letter 2');
      read(library, 'Letter 3', false);
    }
    expect(cuts).toBeGreaterThan(2);
    way.limit(Infinity);
    expect(await visit()).not.toHaveProperty('problem');
    expect(seen(folder)).toEqual(['Letter 1', 'Letter 2']);
    expect(library.sources()[0]).not.toHaveProperty('hasMarks');
  });

  test('find their letters when the server has numbered them anew', async () => {
    const {folder, library, visit} = await followed();
    read(library, 'Letter 2');
    read(library, 'Letter 3');
    server.admin('mailbox', 'delete', '-u', 'ada', '-s', folder);
    server.admin('mailbox', 'create', '-u', 'ada', folder);
    // Letter 3 was deleted there.
    await server.deliver(folder, [one(5), one(2), one(1)]);
    expect(await visit()).not.toHaveProperty('problem');
    expect(seen(folder)).toEqual(['Letter 2']);
    expect(library.sources()[0]).not.toHaveProperty('hasMarks');
  });

  test('move no mail and change no other flag', async () => {
    const {folder, library, visit} = await followed();
    server.admin('flags', 'add', '-u', 'ada', '\\Flagged', 'mailbox', folder, 'all');
    // The server drops \Recent, which IMAP no longer has, with whoever opens the folder.
    const flags = () =>
      server
        .admin('fetch', '-u', 'ada', 'uid flags', 'mailbox', folder, 'all')
        .replaceAll(/ ?\\Recent/gu, '');
    const before = flags();
    read(library, 'Letter 1');
    library.mark([idOf(library, 'Letter 2')], {isStarred: true});
    await visit();
    expect(before).not.toContain('\\Seen');
    expect(flags().match(/\\Seen/gu)).toHaveLength(1);
    expect(flags().replace(/ ?\\Seen/u, '')).toBe(before);
    expect(await readdir(join(server.mail, `.${folder}/cur`))).toHaveLength(3);
  });
});
