/*
 * 5,000 letters of 27 kB are read from a Maildir, and from a folder of Debian's Dovecot on this machine
 * beside a client that only fetches and parses them. `npm run letters` prints the figures beside what is
 * wanted, and fails where one is missed.
 */
import {execFile} from 'node:child_process';
import {mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {promisify} from 'node:util';
import {canServeMail, mailServer} from '../../test/helpers/dovecot.ts';
import {ENTRY, homeOf} from '../programs.ts';
import {letter} from './mails.ts';

const LETTERS = 5000;
const PASSWORD = 'secret';

type Usage = Readonly<{processor: number; wall: number; megabytes: number}>;

const folder = mkdtempSync(join(tmpdir(), 'inkwell-letters-'));
let missed = 0;

try {
  const letters = Array.from({length: LETTERS}, (_, number) => letter(number));
  const list = await measured(inkwellWords('list'), homeOf(join(folder, 'empty')));
  note('a list of the empty library', list);
  await maildir(letters, list);
  if (canServeMail) await imap(letters);
  else
    console.log('NOT TRIED: IMAP, since Dovecot can’t be started (apt-get install dovecot-imapd, as root).');
} finally {
  rmSync(folder, {recursive: true, force: true});
}
process.exitCode = missed > 0 ? 1 : 0;

async function maildir(letters: readonly Buffer[], empty: Usage): Promise<void> {
  const mailbox = join(folder, 'Mail');
  for (const part of ['cur', 'new', 'tmp']) mkdirSync(join(mailbox, part), {recursive: true});
  for (const [number, bytes] of letters.entries())
    writeFileSync(join(mailbox, 'cur', `${String(number).padStart(6, '0')}.here:2,`), bytes);
  const home = homeOf(join(folder, 'maildir'));
  const first = await measured(inkwellWords('add', mailbox), home);
  note('Maildir, first time', first);
  want('processor time of the first time', first.processor, 10, 's');
  want('memory above that', first.megabytes - empty.megabytes, 150, 'MB');
  note('Maildir, again', await measured(inkwellWords('refresh', '--force'), home));
  const listed = await measured(inkwellWords('list'), home);
  note('Maildir, listed', listed);
  want('time of the list', listed.wall, 1, 's');
}

async function imap(letters: readonly Buffer[]): Promise<void> {
  const server = await mailServer();
  try {
    await server.deliver('News', letters);
    const trusting = {NODE_EXTRA_CA_CERTS: server.certificate};
    const client = join(import.meta.dirname, 'bare-client.ts');
    // The first of all pays for the server's index.
    await measured([client, server.location('News'), PASSWORD], trusting);
    const bare = await measured([client, server.location('News'), PASSWORD], trusting);
    note('IMAP, the bare client', bare);
    const place = join(folder, 'imap');
    const home = {...homeOf(place), ...trusting, LETTERS_PASSWORD: PASSWORD};
    const settings = join(place, 'config/inkwell');
    mkdirSync(settings, {recursive: true});
    const source = {location: server.location('News'), passwordEnv: 'LETTERS_PASSWORD'};
    writeFileSync(join(settings, 'config.json'), JSON.stringify({sources: [source]}));
    const first = await measured(inkwellWords('refresh', '--force'), home);
    note('IMAP, first time', first);
    want('time of the first time', first.wall / bare.wall, 2.5, '× the bare client');
    want('processor time of it', first.processor / bare.processor, 2.5, '× the bare client');
    note('IMAP, unchanged', await measured(inkwellWords('refresh', '--force'), home));
    await server.deliver('News', [letter(LETTERS)]);
    note('IMAP, one more', await measured(inkwellWords('refresh', '--force'), home));
  } finally {
    await server.close();
  }
}

function inkwellWords(...words: readonly string[]): readonly string[] {
  return [ENTRY, ...words];
}

async function measured(
  words: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<Usage> {
  const usage = join(folder, 'usage.json');
  await promisify(execFile)(process.execPath, ['--import', join(import.meta.dirname, 'usage.ts'), ...words], {
    env: {...process.env, ...environment, BENCH_USAGE: usage},
    maxBuffer: 100_000_000,
  });
  return JSON.parse(readFileSync(usage, 'utf8')) as Usage;
}

function note(what: string, {processor, wall, megabytes}: Usage): void {
  console.log(
    `${what.padEnd(30)} ${processor.toFixed(2).padStart(7)} s processor ${wall.toFixed(2).padStart(7)} s ${String(megabytes).padStart(5)} MB`,
  );
}

function want(what: string, figure: number, most: number, unit: string): void {
  const isMissed = figure > most;
  if (isMissed) missed++;
  console.log(`  ${isMissed ? 'MISSED' : 'wanted'}: ${what} ${figure.toFixed(2)} of ${most} ${unit}`);
}
