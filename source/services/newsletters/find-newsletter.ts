import {publicationId} from '../../domain/article/identity.ts';
import type {Newsletter} from '../../domain/newsletter/newsletter.ts';
import type {Publication} from '../../domain/publication/publication.ts';
import {settingsFor} from '../locate.ts';
import type {ReadingServices} from '../context.ts';

const NONE: Newsletter = {promises: [], signup: {kind: 'none'}};

/** A sign-up found on a home page is looked for again after this time, since sites move them. */
const STALE = 30 * 86_400_000;

/**
 * The newsletter of a publication: configured by the reader, stated by the publication, or found on its home
 * page. A publication without any has a sign-up of kind `none`, for a reminder. `named`: a page that the
 * reader named; its form is what she means, unless her settings name another.
 */
export async function findNewsletter(
  publication: Publication,
  services: ReadingServices,
  signal: AbortSignal,
  named?: string,
): Promise<Newsletter> {
  const configured = (await settingsFor(publication.location, services.options)).newsletter;
  const stated = configured ?? publication.newsletter;
  const page = named !== undefined && isPageOf(publication, named) ? named : undefined;
  const isSettled = stated && stated.signup.kind !== 'none' && (configured || page === undefined);
  if (services.options.offline || isSettled) return stated ?? NONE;
  return (await lookForNewsletter(publication, services, signal, page)) ?? stated ?? NONE;
}

/** Another page of the web than the feed and the home page: the reader may mean the form on it. */
function isPageOf({location, homepage}: Publication, named: string): boolean {
  const others = location === named ? [homepage] : [location, homepage];
  return /^https?:\/\//i.test(named) && !others.some(address => plain(address) === plain(named));
}

function plain(address: string | undefined): string | undefined {
  return URL.parse(address ?? '')?.href.replace(/\/$/, '');
}

/** A page that leads to no feed and yet takes sign-ups is a publication as far as these go. */
export async function publicationAt(
  page: string,
  {newsletters, options}: ReadingServices,
  signal: AbortSignal,
): Promise<Publication | undefined> {
  if (!/^https?:\/\//i.test(page) || options.offline) return undefined;
  const publication = {id: publicationId(page), title: new URL(page).host, location: page, homepage: page};
  try {
    const newsletter = await (await newsletters()).find(publication, signal, page);
    return newsletter && {...publication, title: newsletter.heading ?? publication.title, newsletter};
  } catch {
    return undefined;
  }
}

/**
 * Looks again for a sign-up that was found long ago, for the next time: it must not change on the screen of a
 * person who is about to send.
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
  page?: string,
): Promise<Newsletter | undefined> {
  let found: Newsletter | undefined;
  try {
    found = await (await newsletters()).find(publication, signal, page);
  } catch {
    // A home page that can't be read has no sign-up that Inkwell could use.
    return undefined;
  }
  if (library?.publication(publication.id) && found && !signal.aborted)
    writes.addQuietly(() => library.keepNewsletter(publication.id, found));
  return found;
}
