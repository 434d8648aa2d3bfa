import {awaitedFor, isAwaited, signupOfLetters} from '../domain/newsletter/awaited.ts';
import type {Awaited} from '../domain/newsletter/awaited.ts';
import {isImap, isOnTheWeb} from '../domain/publication/location.ts';
import type {Asked, Fetched} from '../domain/publication/source.ts';
import type {Library} from '../ports/library.ts';

/**
 * The source with the sign-ups whose confirmation may lie there; only folders, files and mailboxes hold mail.
 */
export function withAwaited(library: Library, source: Asked): Asked {
  if (isOnTheWeb(source) && !isImap(source.location)) return source;
  const awaited = library
    .signups()
    .filter(signup => isAwaited(signup, Date.now()))
    .map(signup => awaitedFor(signup, library.publication(signup.publicationId)));
  return awaited.length === 0 ? source : {...source, awaited};
}

/** Notes mails that ask to confirm a sign-up, and confirms those whose letters have come. */
export function followSignups(
  library: Library,
  {confirmations = [], parts = []}: Pick<Loaded, 'confirmations' | 'parts'>,
): void {
  for (const {id, confirmation} of confirmations) {
    // Its letters may have come meanwhile.
    const signup = library.signups().find(one => one.id === id);
    if (signup && isAwaited(signup, Date.now())) library.updateSignup(id, {confirmation});
  }
  if (parts.length === 0) return;
  const awaited = library
    .signups()
    .filter(({state, lettersId}) => lettersId === undefined && CAN_ARRIVE.has(state))
    .map((signup): Awaited => awaitedFor(signup, library.publication(signup.publicationId)));
  if (awaited.length === 0) return;
  for (const {fetched, hosts, newest} of parts) {
    if (fetched.kind !== 'loaded') continue;
    const {id: lettersId, title} = fetched.publication;
    const signup = signupOfLetters(awaited, {title, hosts, at: newest});
    if (signup) library.updateSignup(signup.id, {state: 'confirmed', lettersId});
  }
}

type Loaded = Fetched & {kind: 'loaded'};

const CAN_ARRIVE: ReadonlySet<string> = new Set(['requested', 'unknown', 'confirmed']);
