import {ImapFlow} from 'imapflow';
import type {MailboxObject} from 'imapflow';
import {ProblemError} from '../../domain/problem.ts';
import type {Secret} from '../../domain/publication/source.ts';
import {stateOf} from './imap-state.ts';
import type {ImapState} from './imap-state.ts';

/** Milliseconds without a word from the server. */
const PATIENCE = 60_000;
/** Milliseconds until the server must have greeted. */
const GREETING = 20_000;

/** Milliseconds until the folder must be open, and until all was read, whatever the server says meanwhile. */
export const OPENING = 60_000;
export const VISIT = 3_600_000;
/** Bytes of one part of an answer, and of a whole one; no mail that is asked for is larger. */
const LITERAL = 50_000_000;
const RESPONSE = 100_000_000;

/** An open folder. `cut` rejects when the connection ends; a waiting command need not notice that. */
export type ImapFolder = Readonly<{client: ImapFlow; mailbox: MailboxObject; cut: Promise<never>}>;

type Way<Result> = Readonly<{
  /** Milliseconds until the folder must be open, for the whole visit, and without a word from the server. */
  opening?: number;
  visit?: number;
  patience?: number;
  /** Opens the folder by SELECT, to mark mails. */
  isMarking?: boolean;
  /** Looks at the folder's state before it is opened; what it returns, if anything, ends the visit. */
  peek?: (state: ImapState) => Result | undefined;
}>;

/**
 * Opens a folder of an IMAP server by EXAMINE, so that nothing in it changes, and closes the connection after
 * `use`. `imap:` is encrypted by STARTTLS before the password is sent, and fails where the server can't.
 *
 * @throws ProblemError that says what failed.
 */
export async function withFolder<Result>(
  location: string,
  secret: Secret | undefined,
  signal: AbortSignal | undefined,
  use: (folder: ImapFolder) => Promise<Result>,
  {opening = OPENING, visit = VISIT, patience = PATIENCE, isMarking = false, peek}: Way<Result> = {},
): Promise<Result> {
  if (!secret) throw new ProblemError({kind: 'denied', message: `${location} needs a password.`, location});
  const url = new URL(location);
  const isSecure = url.protocol === 'imaps:';
  const folder = decodeURIComponent(url.pathname.slice(1));
  const client = new ImapFlow({
    host: url.hostname.replaceAll(/^\[|\]$/gu, ''),
    port: url.port === '' ? (isSecure ? 993 : 143) : Number(url.port),
    secure: isSecure,
    ...(!isSecure && {doSTARTTLS: true}),
    auth: {
      user: decodeURIComponent(url.username),
      ...(secret.kind === 'token' ? {accessToken: secret.value} : {pass: secret.value}),
    },
    // Its own logger writes to standard output.
    logger: false,
    disableAutoIdle: true,
    connectionTimeout: GREETING,
    greetingTimeout: GREETING,
    socketTimeout: patience,
    maxLiteralSize: LITERAL,
    maxResponseSize: RESPONSE,
  });
  // A command that waits when the connection is cut may never end by itself.
  const {promise: cut, reject} = Promise.withResolvers<never>();
  cut.catch(() => {});
  client.on('error', reject);
  client.on('close', () => reject(new Error('The connection was closed.')));
  const stop = (): void => {
    reject(signal?.reason);
    client.close();
  };
  let deadline = setTimeout(() => reject(new Error('Timeout')), opening);
  signal?.addEventListener('abort', stop);
  try {
    signal?.throwIfAborted();
    const result = await Promise.race([cut, work()]);
    await Promise.race([cut, client.logout()]).catch(() => {});
    return result;
  } catch (error) {
    if (signal?.aborted) throw error;
    throw faultOf(error, location, folder, secret);
  } finally {
    clearTimeout(deadline);
    signal?.removeEventListener('abort', stop);
    client.close();
  }

  async function work(): Promise<Result> {
    await client.connect();
    if (peek) {
      const wanted = {uidNext: true, uidValidity: true, highestModseq: true};
      // A folder that is missing is reported where it is opened.
      const status = await client.status(folder, wanted).catch(() => false as const);
      const result = status && status.uidNext !== undefined ? peek(stateOf(status)) : undefined;
      if (result !== undefined) return result;
    }
    const mailbox = await client.mailboxOpen(folder, {readOnly: !isMarking});
    clearTimeout(deadline);
    deadline = setTimeout(() => reject(new Error('Timeout')), visit);
    return await use({client, mailbox, cut});
  }
}

type Failure = Readonly<{
  code?: string;
  message?: string;
  authenticationFailed?: boolean;
  mailboxMissing?: boolean;
  responseText?: string;
}>;

function faultOf(error: unknown, location: string, folder: string, {kind: secret}: Secret): ProblemError {
  if (error instanceof ProblemError) return error;
  const {code = '', message = '', authenticationFailed, mailboxMissing} = error as Failure;
  const {host} = new URL(location);
  const fault = (
    kind: 'denied' | 'missing' | 'unsafe' | 'timeout' | 'offline',
    said: string,
    advice?: string,
  ) =>
    new ProblemError({kind, message: said, location, ...(advice !== undefined && {advice})}, {cause: error});
  if (/unsupported authentication/iu.test(message))
    return fault('denied', `${host} takes no tokens.`, 'Set a "passwordCommand" instead.');
  if (authenticationFailed)
    return fault(
      'denied',
      `${host} did not accept the user or the ${secret}.`,
      secret === 'token'
        ? 'Run its "tokenCommand" by hand: the access may have to be granted again.'
        : 'Many services need a password for apps; docs/letters.md says how.',
    );
  if (mailboxMissing)
    return fault('missing', `${host} has no folder “${folder}”.`, 'It may have been renamed there.');
  if (/CERT|SELF_SIGNED|ALTNAME|STARTTLS|TLS|SSL/iu.test(`${code} ${message}`))
    return fault('unsafe', `The connection to ${host} can’t be encrypted: ${message}`, 'Nothing was sent.');
  if (/timeout/iu.test(`${code} ${message}`)) return fault('timeout', `${host} did not answer in time.`);
  return fault('offline', `The connection to ${host} failed: ${message || code}`);
}
