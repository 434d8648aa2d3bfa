import {ProblemError} from '../../domain/problem.ts';
import type {Secret} from '../../domain/publication/source.ts';
import {withFolder} from './imap-folder.ts';
import {mailId, uidOf} from './imap-state.ts';

/**
 * Sets or removes `\\Seen` of mails; asked for again, nothing else happens. A mail that was deleted is passed
 * over.
 *
 * @throws ProblemError where the server refuses, or has numbered its mails anew.
 */
export type MarkSeen = (ids: readonly string[], isSeen: boolean) => Promise<void>;

/** Opens an IMAP folder to mark mails in it, which is the one thing that is ever changed there. */
export async function withMarking(
  location: string,
  secret: Secret,
  signal: AbortSignal,
  use: (markSeen: MarkSeen) => Promise<void>,
): Promise<void> {
  const {host} = new URL(location);
  await withFolder(
    location,
    secret,
    signal,
    async ({client, mailbox, cut}) => {
      await use(async (ids, isSeen) => {
        const uids = ids.map(uidOf);
        if (uids.some((uid, index) => mailId(mailbox, uid) !== ids[index]))
          throw new ProblemError({
            kind: 'unexpected',
            message: `${host} has numbered the mails of “${mailbox.path}” anew.`,
            location,
          });
        const range = uids.join(',');
        const flags = ['\\Seen'];
        const done = isSeen
          ? client.messageFlagsAdd(range, flags, {uid: true})
          : client.messageFlagsRemove(range, flags, {uid: true});
        if (!(await Promise.race([cut, done]))) throw refused(location, mailbox.path);
      });
    },
    {isMarking: true},
  );
}

function refused(location: string, folder: string): ProblemError {
  return new ProblemError({
    kind: 'denied',
    message: `${new URL(location).host} does not let read marks be changed in “${folder}”.`,
    advice: 'They wait; "inkwell config unset letters.markSeen" stops sending them.',
    location,
  });
}
