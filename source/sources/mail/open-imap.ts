import type {MailPlace} from '../../domain/article/article.ts';
import type {Fetched, Secret} from '../../domain/publication/source.ts';
import type {Asked, Surroundings} from '../context.ts';
import {mayConfirm} from './confirmation.ts';
import {withFolder} from './imap-folder.ts';
import type {ImapFolder} from './imap-folder.ts';
import {lastState, mailId, stateOf, uidOf} from './imap-state.ts';
import type {ImapState} from './imap-state.ts';
import {tooLarge} from './mailbox.ts';
import {isLetter, MAIL_BYTES} from './message.ts';
import {openMails} from './open-mailbox.ts';
import type {Letter} from './message.ts';
import type {Mail} from './read-letters.ts';

/** Header lines by which letters are told from other mail; nothing else of other mail is fetched. */
const LINES = ['list-id', 'list-unsubscribe', 'from', 'date', 'subject'];
/** Bytes of mails that are asked for at a time. */
const BATCH = 4_000_000;

/**
 * The letters of an IMAP folder. A second visit asks for new mails alone, unless the server has numbered them
 * anew.
 */
export async function openImap(asked: Asked, surroundings: Surroundings): Promise<Fetched> {
  const {location, secret, validators, awaited = []} = asked;
  const {signal} = surroundings;
  const before = lastState(validators);
  const unchanged = {kind: 'unchanged', validators} as const;
  return await withFolder(location, secret, signal, visit, {
    ...(before && {peek: now => (isSame(before, now) ? unchanged : undefined)}),
  });

  async function visit(folder: ImapFolder): Promise<Fetched> {
    const now = stateOf(folder.mailbox);
    const isUpdate = before?.uidValidity === now.uidValidity;
    const from = isUpdate ? before.upTo + 1 : 1;
    const seen = isUpdate ? await marksSince(folder, before) : [];
    const validator = JSON.stringify(now);
    if (isUpdate && before.upTo >= now.upTo) return {...unchanged, validators: {etag: validator}, seen};
    let isOrdered = true;
    let upTo = from - 1;
    const url = new URL(location);
    const name =
      decodeURIComponent(url.pathname)
        .split('/')
        .findLast(part => part !== '') ?? url.host;
    const origin = {location, place: location, name, url: location, isUpdate, validator, progress};
    return {...(await openMails(mailsFrom(folder, from), asked, origin, surroundings)), seen};

    /** Letters that come in the order of their numbers: all before the last of them were read. */
    function progress(letters: readonly Letter[]): string | undefined {
      const uids = letters.map(({article}) => (article.mail ? uidOf(article.mail.id) : 0));
      isOrdered &&= uids.every((uid, index) => uid > (uids[index - 1] ?? upTo));
      if (!isOrdered) return undefined;
      upTo = uids.at(-1) ?? upTo;
      return JSON.stringify({uidValidity: now.uidValidity, upTo} satisfies ImapState);
    }
  }

  async function* mailsFrom({client, mailbox}: ImapFolder, from: number): AsyncGenerator<Mail> {
    if (!mailbox.exists) return;
    // A range that begins behind the last mail means the last mail.
    const range = `${from}:${Math.max(from, mailbox.uidNext - 1)}`;
    const wanted = {uid: true, size: true, flags: true, headers: LINES};
    const heads: {uid: number; size: number; flags: ReadonlySet<string> | undefined}[] = [];
    // One after the other: a server may say more than it was asked for, without an end.
    for await (const {uid, size = 0, flags, headers} of client.fetch(range, wanted, {uid: true})) {
      const head = (headers?.toString('latin1') ?? '').replaceAll(/\r?\n[ \t]+/gu, ' ');
      if (uid >= from && (isLetter(head) || mayConfirm(head, awaited))) heads.push({uid, size, flags});
    }
    const places = new Map<number, MailPlace>();
    let batch: number[] = [];
    let bytes = 0;
    heads.sort((one, other) => one.uid - other.uid);
    for (const {uid, size, flags} of heads) {
      if (size > MAIL_BYTES) {
        yield {name: `mail ${uid}`, problem: tooLarge(`mail ${uid}`, size)};
        continue;
      }
      places.set(uid, {id: mailId(mailbox, uid), isSeen: isSeen(flags)});
      batch.push(uid);
      bytes += size;
      if (bytes < BATCH) continue;
      yield* sources(client, batch, places);
      batch = [];
      bytes = 0;
    }
    yield* sources(client, batch, places);
  }
}

/** Nothing has come, and no mark was changed where the server counts such changes. */
function isSame(before: ImapState, now: ImapState): boolean {
  return (
    before.uidValidity === now.uidValidity &&
    before.upTo >= now.upTo &&
    (now.modseq === undefined || before.modseq === now.modseq)
  );
}

/** The marks of earlier mails that were changed there since; only servers with CONDSTORE can say. */
async function marksSince(
  {client, mailbox}: ImapFolder,
  {modseq, upTo}: ImapState,
): Promise<readonly MailPlace[]> {
  if (modseq === undefined || mailbox.highestModseq === undefined || upTo < 1 || !mailbox.exists) return [];
  const options = {uid: true, changedSince: BigInt(modseq)};
  const changed = await client.fetchAll(`1:${upTo}`, {uid: true, flags: true}, options);
  return changed.map(({uid, flags}) => ({id: mailId(mailbox, uid), isSeen: isSeen(flags)}));
}

function isSeen(flags: ReadonlySet<string> | undefined): boolean {
  return flags?.has('\\Seen') ?? false;
}

/** Whole mails by PEEK; one that was deleted meanwhile is not there any more. */
async function* sources(
  client: ImapFolder['client'],
  uids: readonly number[],
  places: ReadonlyMap<number, MailPlace>,
): AsyncGenerator<Mail> {
  if (uids.length === 0) return;
  for await (const {uid, source} of client.fetch(uids.join(','), {uid: true, source: true}, {uid: true})) {
    const place = places.get(uid);
    if (source) yield {name: `mail ${uid}`, bytes: source, ...(place && {place})};
  }
}

/** The headers of the newest mails of a newsletter, oldest first, at most `most`. */
export async function newestHeaders(
  location: string,
  list: string,
  secret: Secret | undefined,
  most: number,
): Promise<readonly Uint8Array[]> {
  return await withFolder(location, secret, undefined, async ({client}) => {
    const query = list.includes('@') ? {from: list} : {header: {'list-id': list}};
    const uids = (await client.search(query, {uid: true})) || [];
    if (uids.length === 0) return [];
    const headers: Uint8Array[] = [];
    for await (const mail of client.fetch(uids.slice(-most).join(','), {headers: true}, {uid: true}))
      if (mail.headers) headers.push(mail.headers);
    return headers;
  });
}
