import {setImmediate} from 'node:timers/promises';
import type {MailPlace} from '../../domain/article/article.ts';
import {confirmedBy} from '../../domain/newsletter/awaited.ts';
import type {Awaited} from '../../domain/newsletter/awaited.ts';
import type {Problem} from '../../domain/problem.ts';
import type {ConfirmationMail} from '../../domain/publication/source.ts';
import {leftOut} from '../context.ts';
import type {Items} from '../context.ts';
import {claimIn, mayConfirm} from './confirmation.ts';
import {headOf, isLetter, letterOf} from './message.ts';
import type {Letter} from './message.ts';
import {parseMail} from './parse-mail.ts';

/** A mail and its name; one that can't be read is reported as a problem. */
export type Mail = ReadMail | Readonly<{name: string; problem: Problem}>;

type ReadMail = Readonly<{name: string; bytes: Uint8Array; place?: MailPlace}>;

export type ReadMails = Readonly<{
  letters: readonly Letter[];
  confirmations: readonly ConfirmationMail[];
  warnings: readonly Problem[];
}>;

/** Letters that are stored at a time, and the bytes of their mails: all of them wait in memory. */
const BATCH = 250;
const BATCH_BYTES = 16_000_000;

/**
 * Parses letters and the confirmations of sign-ups that were made; of any other mail nothing is kept. `take`
 * is given them in batches; the last of them are returned.
 */
export async function readLetters(
  mails: Iterable<Mail> | AsyncIterable<Mail>,
  awaited: readonly Awaited[],
  {signal, items}: Readonly<{signal: AbortSignal; items?: Items}>,
  take?: (letters: readonly Letter[], confirmations: readonly ConfirmationMail[]) => void,
): Promise<ReadMails> {
  let letters: Letter[] = [];
  let size = 0;
  let confirmations: readonly ConfirmationMail[] = [];
  const warnings: Problem[] = [];
  let waiting = awaited;
  for await (const mail of mails) {
    signal.throwIfAborted();
    if ('problem' in mail) warnings.push(mail.problem);
    else if (items?.leftOut.includes(mail.name)) warnings.push(leftOut(mail.name));
    else
      try {
        items?.begin(mail.name);
        await read(mail);
      } catch {
        warnings.push({kind: 'malformed', message: `${mail.name} can’t be parsed as a mail.`});
      }
    await setImmediate();
    if (take && (letters.length >= BATCH || size >= BATCH_BYTES)) {
      take(letters, confirmations);
      letters = [];
      size = 0;
      confirmations = [];
    }
  }
  items?.begin(undefined);
  return {letters, confirmations, warnings};

  /** A mail that confirms a sign-up is no letter. */
  async function read({bytes, place}: ReadMail): Promise<void> {
    const head = headOf(bytes);
    const isOurs = isLetter(head);
    const isClaim = mayConfirm(head, waiting);
    if (!isOurs && !isClaim) return;
    if (hasMore(bytes, '\n', MOST_LINES)) throw new Error('It has too many lines.');
    if (MULTIPART.test(head) && hasMore(bytes, '\n--', MOST_PARTS)) throw new Error('It has too many parts.');
    const email = await parseMail(bytes);
    const claim = isClaim ? claimIn(email) : undefined;
    const confirmed = claim && confirmedBy(waiting, claim);
    if (confirmed) {
      const {id, confirmation} = confirmed;
      confirmations = [...confirmations.filter(other => other.id !== id), confirmed];
      waiting = waiting.map(one => (one.id === id ? {...one, confirmation} : one));
    } else if (isOurs) {
      letters.push(letterOf(email, place));
      size += bytes.length;
    }
  }
}

/** Parts of a mail; each is parsed apart, and takes memory however little is in it. */
const MOST_PARTS = 10_000;
const MULTIPART = /^content-type:\s*multipart/imu;

/**
 * Lines of a mail: each that is not encoded takes a kilobyte and a hundredth of a millisecond. A mail of
 * `MAIL_BYTES` in lines of 76 characters has fewer.
 */
const MOST_LINES = 350_000;

function hasMore(mail: Uint8Array, mark: string, most: number): boolean {
  const bytes = Buffer.from(mail.buffer, mail.byteOffset, mail.byteLength);
  let found = 0;
  for (let at = bytes.indexOf(mark); at !== -1 && found <= most; at = bytes.indexOf(mark, at + mark.length))
    found++;
  return found > most;
}
