import {setTimeout as wait} from 'node:timers/promises';
import {toProblem} from '../domain/problem.ts';
import type {Source} from '../domain/publication/source.ts';
import type {Library} from '../ports/library.ts';
import type {TypedPasswords} from '../services/typed-passwords.ts';
import type {Context} from '../runtime/context.ts';

/** Milliseconds between two connections, doubled as long as they fail. */
const SOON = 5000;
const LATE = 15 * 60_000;

/** Waits for mail at IMAP folders while the reader is open. Returns what ends it. */
export function watchMail(
  {options, ports, passwords}: Pick<Context, 'options' | 'ports'> & Readonly<{passwords: TypedPasswords}>,
  library: Library,
  publicationIds: readonly string[],
  onNews: (publicationId: string) => void,
): () => void {
  const controller = new AbortController();
  const {signal} = controller;
  for (const publicationId of publicationIds) void watch(publicationId);
  return () => controller.abort();

  /**
   * Connects again when the connection ends, with a password that is asked for anew. One that has to be typed
   * is waited for.
   */
  async function watch(publicationId: string): Promise<void> {
    for (let pause = SOON; !signal.aborted; pause = Math.min(2 * pause, LATE)) {
      const source = library.source(publicationId);
      if (!source) return;
      const began = performance.now();
      const {kind} = toProblem(await connect(source).catch((error: unknown) => error));
      // A refresh says what is wrong; asking again and again could lock the account.
      if (kind === 'denied' || kind === 'unsafe' || kind === 'missing') return;
      if (performance.now() - began > LATE) pause = SOON;
      await wait(pause, undefined, {signal, ref: false}).catch(() => {});
    }
  }

  async function connect(source: Source): Promise<never> {
    const [{withSecret}, mail] = await Promise.all([
      import('../services/newsletters/mail-secret.ts'),
      ports.mailWatch(),
    ]);
    const {location, secret, validators} = await withSecret(source, {
      options,
      askPassword: whose => passwords.taken(whose),
    });
    const watched = {location, validators, ...(secret && {secret})};
    return await mail.watch(watched, () => onNews(source.publicationId), signal);
  }
}
