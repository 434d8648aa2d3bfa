import type {Leaving} from '../../domain/newsletter/leaving.ts';
import type {Secret} from '../../domain/publication/source.ts';
import {isImap, mailboxOf, listOf} from '../../domain/publication/location.ts';
import {mailboxAt} from './mailbox-at.ts';
import {scan} from './mailbox.ts';
import {headerOf} from './message.ts';

/**
 * Finds how to leave a newsletter, by its newest letter; undefined where the location holds no letters or
 * they don't say.
 */
export async function findLeaving(location: string, secret?: Secret): Promise<Leaving | undefined> {
  const path = mailboxOf(location);
  if (path !== undefined && isImap(path)) {
    const {newestHeader} = await import('./open-imap.ts');
    const head = await newestHeader(path, listOf(location), secret);
    return head && headerOf(head).leaving;
  }
  const mailbox = path === undefined ? undefined : mailboxAt(path);
  const scanned = mailbox && scan(mailbox, undefined);
  if (!scanned || scanned.kind === 'unchanged') return undefined;
  const wanted = listOf(location);
  let newest: {leaving: Leaving; at: number} | undefined;
  for (const mail of scanned.mails) {
    if ('problem' in mail) continue;
    const {list, at, leaving} = headerOf(mail.bytes);
    if (list === wanted && leaving && (newest === undefined || at >= newest.at)) newest = {leaving, at};
  }
  return newest?.leaving;
}
