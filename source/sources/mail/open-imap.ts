import type {MailPlace} from '../../domain/article/article.ts';
import type {Fetched} from '../../domain/publication/source.ts';
import {ProblemError} from '../../domain/problem.ts';
import type {Asked, Surroundings} from '../context.ts';
import {mayConfirm} from './confirmation.ts';
import {withFolder} from './imap-folder.ts';
import type {ImapFolder} from './imap-folder.ts';
import {lastState, mailId} from './imap-state.ts';
import type {ImapState} from './imap-state.ts';
import {tooLarge} from './mailbox.ts';
import {isLetter, MAIL_BYTES} from './message.ts';
import {openMails} from './open-mailbox.ts';
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
  const {location, password, validators, awaited = []} = asked;
  if (password === undefined)
    throw new ProblemError({kind: 'denied', message: `${location} needs a password.`, location});
  const {signal} = surroundings;
  return await withFolder(location, password, signal, async folder => {
    const {uidValidity, uidNext} = folder.mailbox;
    const before = lastState(validators);
    const isSame = before?.uidValidity === String(uidValidity);
    const from = isSame ? before.upTo + 1 : 1;
    if (isSame && from >= uidNext) return {kind: 'unchanged', validators};
    const state: ImapState = {uidValidity: String(uidValidity), upTo: uidNext - 1};
    const url = new URL(location);
    const name =
      decodeURIComponent(url.pathname)
        .split('/')
        .findLast(part => part !== '') ?? url.host;
    const origin = {location, place: location, name, url: location, isUpdate: isSame};
    const validator = JSON.stringify(state);
    return await openMails(mailsFrom(folder, from), asked, {...origin, validator}, surroundings);
  });

  async function* mailsFrom({client, mailbox}: ImapFolder, from: number): AsyncGenerator<Mail> {
    if (!mailbox.exists) return;
    // A range that begins behind the last mail means the last mail.
    const range = `${from}:${Math.max(from, mailbox.uidNext - 1)}`;
    const wanted = {uid: true, size: true, flags: true, headers: LINES};
    const heads = await client.fetchAll(range, wanted, {uid: true});
    const places = new Map<number, MailPlace>();
    let batch: number[] = [];
    let bytes = 0;
    for (const {uid, size = 0, flags, headers} of heads) {
      const head = (headers?.toString('latin1') ?? '').replaceAll(/\r?\n[ \t]+/gu, ' ');
      if (uid < from || (!isLetter(head) && !mayConfirm(head, awaited))) continue;
      if (size > MAIL_BYTES) {
        yield {name: `mail ${uid}`, problem: tooLarge(`mail ${uid}`, size)};
        continue;
      }
      places.set(uid, {id: mailId(mailbox, uid), isSeen: flags?.has('\\Seen') ?? false});
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

/** Whole mails by PEEK; one that was deleted meanwhile is not there any more. */
async function* sources(
  client: ImapFolder['client'],
  uids: readonly number[],
  places: ReadonlyMap<number, MailPlace>,
): AsyncGenerator<Mail> {
  if (uids.length === 0) return;
  const found = await client.fetchAll(uids.join(','), {uid: true, source: true}, {uid: true});
  for (const {uid, source} of found) {
    const place = places.get(uid);
    if (source) yield {name: `mail ${uid}`, bytes: source, ...(place && {place})};
  }
}

/** The header of the newest mail of a newsletter. */
export async function newestHeader(
  location: string,
  list: string,
  password: string,
): Promise<Uint8Array | undefined> {
  return await withFolder(location, password, undefined, async ({client}) => {
    const query = list.includes('@') ? {from: list} : {header: {'list-id': list}};
    const uids = await client.search(query, {uid: true});
    const newest = uids ? uids.at(-1) : undefined;
    if (newest === undefined) return undefined;
    const mail = await client.fetchOne(String(newest), {headers: true}, {uid: true});
    return mail ? mail.headers : undefined;
  });
}
