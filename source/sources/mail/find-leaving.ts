import type {Leaving} from '../../domain/newsletter/leaving.ts';
import {siteOf} from '../../domain/newsletter/look-alike.ts';
import type {Secret} from '../../domain/publication/source.ts';
import {isImap, mailboxOf, listOf} from '../../domain/publication/location.ts';
import {mailboxAt} from './mailbox-at.ts';
import {scan} from './mailbox.ts';
import {headerOf} from './message.ts';

/**
 * Finds how to leave a newsletter, by its newest letters; undefined where the location holds no letters or
 * they don't say.
 */
export async function findLeaving(location: string, secret?: Secret): Promise<Leaving | undefined> {
  const path = mailboxOf(location);
  const list = listOf(location);
  if (path !== undefined && isImap(path)) {
    const {newestHeaders} = await import('./open-imap.ts');
    const headers = await newestHeaders(path, list, secret, LETTERS);
    return agreed(headers.flatMap(header => headerOf(header).leaving ?? []));
  }
  const mailbox = path === undefined ? undefined : mailboxAt(path);
  const scanned = mailbox && scan(mailbox, undefined);
  if (!scanned || scanned.kind === 'unchanged') return undefined;
  const headers = Array.from(scanned.mails, mail => ('problem' in mail ? undefined : headerOf(mail.bytes)));
  const letters = headers
    .filter(letter => letter !== undefined)
    .filter(letter => letter.list === list)
    .toSorted((one, other) => one.at - other.at);
  return agreed(letters.flatMap(({leaving}) => leaving ?? []).slice(-LETTERS));
}

/** Letters that are asked how to leave; a newsletter that moves to another service is believed after some. */
const LETTERS = 9;

/**
 * The newest way at the site that most letters name; where two sites are named as often, the newer one.
 * Anybody can send one letter in a newsletter's name; it doesn't redirect whoever leaves.
 */
function agreed(oldestFirst: readonly Leaving[]): Leaving | undefined {
  const bySite = new Map<string, Leaving[]>();
  for (const leaving of oldestFirst.toReversed()) {
    const site = siteOfLeaving(leaving);
    bySite.set(site, [...(bySite.get(site) ?? []), leaving]);
  }
  const [most] = [...bySite.values()].toSorted((one, other) => other.length - one.length);
  return most?.[0];
}

function siteOfLeaving({url, mailto}: Leaving): string {
  const host = URL.parse(url ?? '')?.hostname ?? mailto?.split('?', 1)[0]?.split('@').at(-1) ?? '';
  return siteOf(host);
}
