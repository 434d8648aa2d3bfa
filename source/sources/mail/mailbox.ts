import {readdirSync, realpathSync, statSync} from 'node:fs';
import {createHash} from 'node:crypto';
import {join, sep} from 'node:path';
import type {Problem} from '../../domain/problem.ts';
import {readFileWithin} from '../text/read-file.ts';
import {bytesAt, startOf, type Mailbox} from './mailbox-at.ts';
import {MAIL_BYTES} from './message.ts';

/** The state that lets the next scan read only what is new; stored as the source's validator. */
type Scan = Readonly<{
  /** Of names, sizes and times; or of the first bytes of an mbox. */
  hash: string;
  /** Milliseconds since 1970 up to which every change was read; bytes of an mbox. */
  upTo: number;
}>;

export type Scanned =
  | Readonly<{kind: 'unchanged'}>
  | Readonly<{
      kind: 'changed';
      /** Each mail and its name; a mail that can't be read is reported as a problem. */
      mails: Iterable<Readonly<{name: string; bytes: Uint8Array} | {name: string; problem: Problem}>>;
      /** Only what is new since the last scan. */
      isUpdate: boolean;
      validator: string;
      warnings: readonly Problem[];
    }>;

/** Milliseconds by which the clocks of a file system and of this machine may differ. */
const SLACK = 10_000;

/** Looks for mails that the last scan has not read; `validator` is that scan's, if there was one. */
export function scan(mailbox: Mailbox, validator: string | undefined): Scanned {
  const last = lastScan(validator);
  return mailbox.kind === 'mbox' ? scanMbox(mailbox.path, last) : scanFiles(mailbox, last);
}

type File = Readonly<{path: string; name: string; size: number; changed: number}>;

function scanFiles({kind, path}: Mailbox, last: Scan | undefined): Scanned {
  const startedAt = Date.now();
  const files =
    kind === 'maildir' ? ['cur', 'new'].flatMap(part => filesIn(path, join(path, part))) : emlFiles(path);
  const hash = createHash('sha256');
  for (const {name, size, changed} of files) hash.update(`${name}\0${size}\0${changed}\n`);
  const now: Scan = {hash: hash.digest('base64url'), upTo: startedAt - SLACK};
  if (last?.hash === now.hash) return {kind: 'unchanged'};
  const fresh = last ? files.filter(({changed}) => changed >= last.upTo) : files;
  return {
    kind: 'changed',
    mails: readFiles(fresh),
    isUpdate: last !== undefined,
    validator: JSON.stringify(now),
    warnings: [],
  };
}

function emlFiles(path: string): readonly File[] {
  if (!statSync(path).isDirectory()) return [fileAt(path, path)].flatMap(file => file ?? []);
  return filesIn(path, path).filter(({name}) => /\.eml$/iu.test(name));
}

/** A link that leads out of the mailbox is passed over: whoever made it may not name other files. */
function filesIn(mailbox: string, folder: string): readonly File[] {
  if (!leadsInside(mailbox, folder)) return [];
  return readdirSync(folder, {withFileTypes: true})
    .filter(({name}) => !name.startsWith('.'))
    .sort((one, other) => (one.name < other.name ? -1 : 1))
    .flatMap(entry => {
      const path = join(folder, entry.name);
      return entry.isSymbolicLink() && !leadsInside(mailbox, path) ? [] : (fileAt(path, entry.name) ?? []);
    });
}

function leadsInside(mailbox: string, path: string): boolean {
  try {
    const [outer, inner] = [realpathSync(mailbox), realpathSync(path)];
    return inner === outer || inner.startsWith(outer + sep);
  } catch {
    return false;
  }
}

/** A mail program may move a file away while the folder is read. */
function fileAt(path: string, name: string): File | undefined {
  const found = statSync(path, {throwIfNoEntry: false});
  return found?.isFile() ? {path, name, size: found.size, changed: found.ctimeMs} : undefined;
}

function* readFiles(
  files: readonly File[],
): Generator<{name: string; bytes: Uint8Array} | {name: string; problem: Problem}> {
  for (const {path, name, size} of files) {
    if (size > MAIL_BYTES) yield {name, problem: tooLarge(name, size)};
    else
      try {
        yield {name, bytes: readFileWithin(path, MAIL_BYTES)};
      } catch {
        yield {name, problem: {kind: 'denied', message: `${name} can’t be read.`}};
      }
  }
}

/** Bytes by whose hash a rewritten mbox is told from one that has grown. */
const HEAD = 4_096;

function scanMbox(path: string, last: Scan | undefined): Scanned {
  const {size} = statSync(path);
  const now: Scan = {hash: createHash('sha256').update(startOf(path, HEAD)).digest('base64url'), upTo: size};
  const hasGrown =
    last !== undefined && last.hash === now.hash && size > last.upTo && beginsMail(path, last.upTo);
  if (last?.hash === now.hash && last.upTo === size) return {kind: 'unchanged'};
  const isRewritten = last !== undefined && !hasGrown && last.upTo > HEAD;
  return {
    kind: 'changed',
    mails: mailsOf(path, hasGrown ? last.upTo : 0),
    isUpdate: last !== undefined,
    validator: JSON.stringify(now),
    warnings: isRewritten
      ? [{kind: 'malformed', message: `${path} was rewritten since the last refresh, so it was read whole.`}]
      : [],
  };
}

function beginsMail(path: string, offset: number): boolean {
  return bytesAt(path, offset, 5).toString('latin1') === 'From ';
}

/** Bytes read at a time. */
const PIECE = 1_000_000;

/** The mails of an mbox from a byte offset; `>From ` at a line's start is unquoted. */
function* mailsOf(
  path: string,
  from: number,
): Generator<{name: string; bytes: Uint8Array} | {name: string; problem: Problem}> {
  let waiting = Buffer.alloc(0);
  let offset = from;
  let number = 0;
  let skipping = false;
  const {size} = statSync(path);
  while (offset < size) {
    const piece = bytesAt(path, offset, PIECE);
    if (piece.length === 0) break;
    offset += piece.length;
    waiting = Buffer.concat([waiting, piece]);
    for (let end = waiting.indexOf('\nFrom ', 1); end !== -1; end = waiting.indexOf('\nFrom ', 1)) {
      const mail = waiting.subarray(0, end + 1);
      waiting = waiting.subarray(end + 1);
      if (!skipping) yield {name: `mail ${++number}`, bytes: unquoted(mail)};
      skipping = false;
    }
    if (waiting.length > MAIL_BYTES) {
      if (!skipping) yield {name: `mail ${++number}`, problem: tooLarge(`mail ${number}`, waiting.length)};
      skipping = true;
      waiting = waiting.subarray(-6);
    }
  }
  if (waiting.length > 0 && !skipping) yield {name: `mail ${++number}`, bytes: unquoted(waiting)};
}

function unquoted(mail: Buffer): Uint8Array {
  const text = mail.subarray(mail.indexOf('\n') + 1).toString('latin1');
  return Buffer.from(text.replaceAll(/^>(>*From )/gmu, '$1'), 'latin1');
}

export function tooLarge(name: string, bytes: number): Problem {
  return {
    kind: 'too-large',
    message: `${name} has ${Math.round(bytes / 1_000_000)} MB; mails of more than ${MAIL_BYTES / 1_000_000} MB are not read.`,
  };
}

function lastScan(validator: string | undefined): Scan | undefined {
  if (validator === undefined) return undefined;
  try {
    const {hash, upTo} = JSON.parse(validator) as Partial<Scan>;
    return typeof hash === 'string' && typeof upTo === 'number' ? {hash, upTo} : undefined;
  } catch {
    return undefined;
  }
}
