import {appendFile, mkdir, mkdtemp, readdir, rename, rm, stat, utimes, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {expect, onTestFinished, test} from 'vitest';
import {mailboxAt} from '../../../source/sources/mail/mailbox-at.ts';
import {scan} from '../../../source/sources/mail/mailbox.ts';
import type {Scanned} from '../../../source/sources/mail/mailbox.ts';
import {letter, mail, text} from './mails.ts';

async function folder(): Promise<string> {
  const place = await mkdtemp(join(tmpdir(), 'inkwell-mail-'));
  onTestFinished(() => rm(place, {recursive: true, force: true}));
  return place;
}

async function maildir(): Promise<string> {
  const place = await folder();
  for (const part of ['cur', 'new', 'tmp']) await mkdir(join(place, part));
  return place;
}

const one = (subject: string): Buffer => mail(letter(`Subject: ${subject}`), text(`Words of ${subject}.`));

function subjects(scanned: Scanned): readonly string[] {
  if (scanned.kind === 'unchanged') return [];
  return Array.from(scanned.mails, found =>
    'bytes' in found
      ? (/^Subject: (.*)\r?$/m.exec(Buffer.from(found.bytes).toString())?.[1] ?? '')
      : `! ${found.problem.kind}`,
  );
}

const entry = (subject: string): string =>
  `From mara@harbour.example Thu Nov 12 08:00:00 2026\n${one(subject).toString().replaceAll('\r\n', '\n')}\n>From the quay.\n\n`;

const validatorOf = (scanned: Scanned): string | undefined =>
  scanned.kind === 'changed' ? scanned.validator : undefined;

test('a Maildir is read in both its folders, and nothing in it is touched', async () => {
  const place = await maildir();
  await writeFile(join(place, 'new/1.a'), one('New'));
  await writeFile(join(place, 'cur/2.b:2,S'), one('Old'));
  await writeFile(join(place, 'tmp/3.c'), one('Half'));
  const before = await stat(join(place, 'new/1.a'));
  const mailbox = mailboxAt(place);
  expect(mailbox?.kind).toBe('maildir');
  if (mailbox) expect(subjects(scan(mailbox, undefined))).toEqual(['Old', 'New']);
  expect(await readdir(join(place, 'new'))).toEqual(['1.a']);
  expect((await stat(join(place, 'new/1.a'))).ctimeMs).toBe(before.ctimeMs);
});

test('a second scan reads nothing, and after a delivery what is new', async () => {
  const place = await maildir();
  const mailbox = mailboxAt(place) ?? expect.fail();
  await writeFile(join(place, 'cur/1.a:2,S'), one('First'));
  const first = scan(mailbox, undefined);
  expect(first).toMatchObject({kind: 'changed', isUpdate: false});
  expect(scan(mailbox, validatorOf(first))).toEqual({kind: 'unchanged'});
  await writeFile(join(place, 'new/2.b'), one('Second'));
  // Delivered with the time at which it was sent, as mbsync does.
  await utimes(join(place, 'new/2.b'), 1_600_000_000, 1_600_000_000);
  const second = scan(mailbox, validatorOf(first));
  expect(second).toMatchObject({kind: 'changed', isUpdate: true});
  expect(subjects(second)).toContain('Second');
  await rename(join(place, 'new/2.b'), join(place, 'cur/2.b:2,S'));
  expect(subjects(scan(mailbox, validatorOf(second)))).toContain('Second');
});

test('a folder of .eml files is mail; one with Markdown beside them stays a folder of articles', async () => {
  const place = await folder();
  await writeFile(join(place, 'a.eml'), one('A'));
  expect(mailboxAt(place)?.kind).toBe('eml');
  expect(mailboxAt(join(place, 'a.eml'))?.kind).toBe('eml');
  await writeFile(join(place, 'b.md'), '# B');
  expect(mailboxAt(place)).toBeUndefined();
});

test('an mbox is read mail by mail, grows by its end, and is read whole when it was rewritten', async () => {
  const place = join(await folder(), 'letters');
  const padding = `From x@y.example Thu Nov 12 08:00:00 2026\nSubject: Padding\n\n${'x'.repeat(5000)}\n\n`;
  await writeFile(place, padding + entry('One'));
  const mailbox = mailboxAt(place) ?? expect.fail();
  expect(mailbox.kind).toBe('mbox');
  const first = scan(mailbox, undefined);
  expect(subjects(first)).toEqual(['Padding', 'One']);
  const bodies = scan(mailbox, undefined);
  if (bodies.kind === 'changed')
    expect(
      Array.from(bodies.mails, found => ('bytes' in found ? Buffer.from(found.bytes).toString() : '')).at(-1),
    ).toMatch(/^From the quay\.$/m);
  await appendFile(place, entry('Two'));
  const second = scan(mailbox, validatorOf(first));
  expect(subjects(second)).toEqual(['Two']);
  await writeFile(place, `${entry('Other')}${padding}`);
  const third = scan(mailbox, validatorOf(second));
  expect(subjects(third)).toEqual(['Other', 'Padding']);
  expect(third).toMatchObject({warnings: [{message: expect.stringContaining('was rewritten') as string}]});
});

test('a text that begins with From is no mbox', async () => {
  const place = join(await folder(), 'essay.txt');
  await writeFile(place, 'From the quay one sees the sea.\n\nIt is grey.\n');
  expect(mailboxAt(place)).toBeUndefined();
});

test('a mail that is too large is reported and the others are read', async () => {
  const place = await maildir();
  await writeFile(join(place, 'cur/1.a'), Buffer.alloc(25_000_001, 120));
  await writeFile(join(place, 'cur/2.b'), one('Small'));
  const mailbox = mailboxAt(place) ?? expect.fail();
  expect(subjects(scan(mailbox, undefined))).toEqual(['! too-large', 'Small']);
});
