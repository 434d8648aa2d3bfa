import type {Newsletter} from '../domain/newsletter/newsletter.ts';
import type {Publication} from '../domain/publication/publication.ts';
import {settingsFor} from './locate.ts';
import type {ReadingServices} from './context.ts';

const NONE: Newsletter = {promises: [], signup: {kind: 'none'}};

/** A sign-up found on a home page is looked for again after this time, since sites move them. */
const STALE = 30 * 86_400_000;

/**
 * The newsletter of a publication: configured by the reader, stated by the publication, or found on its home page. A
 * publication without any has a sign-up of kind `none`, for a reminder.
 */
export async function findNewsletter(
  publication: Publication,
  services: ReadingServices,
  signal: AbortSignal,
): Promise<Newsletter> {
  const configured = (await settingsFor(publication.location, services.options)).newsletter;
  const stated = configured ?? publication.newsletter;
  if (services.options.offline || (stated && stated.signup.kind !== 'none')) return stated ?? NONE;
  return (await lookForNewsletter(publication, services, signal)) ?? stated ?? NONE;
}

/**
 * Looks again for a sign-up that was found long ago, for the next time: it must not change on the screen of a person
 * who is about to send.
 */
export async function renewNewsletter(
  publication: Publication,
  {foundOn, foundAt}: Newsletter,
  services: ReadingServices,
  signal: AbortSignal,
): Promise<void> {
  const isStale = foundOn !== undefined && !(Date.parse(foundAt ?? '') > services.now() - STALE);
  if (isStale && !services.options.offline) await lookForNewsletter(publication, services, signal);
}

async function lookForNewsletter(
  publication: Publication,
  {library, newsletters, writes}: ReadingServices,
  signal: AbortSignal,
): Promise<Newsletter | undefined> {
  let found: Newsletter | undefined;
  try {
    found = await (await newsletters()).find(publication, signal);
  } catch {
    // A home page that can't be read has no sign-up that Inkwell could use.
    return undefined;
  }
  if (library?.publication(publication.id) && found && !signal.aborted)
    writes.addQuietly(() => library.keepNewsletter(publication.id, found));
  return found;
}
