import type {Effect} from '../app/effect.ts';
import type {SignupState} from '../app/ports.ts';
import type {Newsletter, Outcome} from '../domain/newsletter.ts';
import type {Dispatch} from '../app/store.ts';
import type {World} from './world.ts';

type Of<K extends Effect['kind']> = Extract<Effect, {kind: K}>;

/** Looks for the newsletter where none is known or only its words are, then says where an address would go. */
export async function findNewsletter(
  world: World,
  {publicationId, newsletter}: Of<'find-newsletter'>,
  dispatch: Dispatch,
  signal: AbortSignal,
): Promise<void> {
  const {library, isOffline} = world;
  const publication = library.publication(publicationId);
  if (!publication) return;
  const isComplete = newsletter !== undefined && newsletter.signup.kind !== 'none';
  const found =
    isComplete || isOffline ? newsletter : ((await look(world, publicationId, signal)) ?? newsletter);
  if (signal.aborted) return;
  const known: Newsletter = found ?? {promises: [], signup: {kind: 'none'}};
  const {describeSignup} = await import('../domain/signup-facts.ts');
  dispatch({
    type: 'found-newsletter',
    publicationId,
    newsletter: known,
    facts: describeSignup(known, publication),
  });
  // For the next time: what is on the screen does not change under the hands of somebody about to send.
  if (!isOffline && isOld(known, world.clock.now())) await look(world, publicationId, signal);
}

/** Sites move their sign-ups: one that was found a month ago is looked for anew. */
function isOld({foundOn, foundAt}: Newsletter, now: number): boolean {
  return foundOn !== undefined && !(Date.parse(foundAt ?? '') > now - 30 * 86_400_000);
}

async function look(
  world: World,
  publicationId: string,
  signal: AbortSignal,
): Promise<Newsletter | undefined> {
  const publication = world.library.publication(publicationId);
  if (!publication) return undefined;
  try {
    const found = await (await world.newsletters()).find(publication, signal);
    if (found && !signal.aborted) keepFound(world, publicationId, found);
    return found;
  } catch {
    // A home page that can't be read has no sign-up that we could use; the prompt says so.
    return undefined;
  }
}

/** For the next time: where it can't be kept it is found again. */
function keepFound({library, changes}: World, publicationId: string, found: Newsletter): void {
  changes.makeQuietly(() => library.keepNewsletter(publicationId, found));
}

/** Sends the address once, or says why not, and writes it into the ledger. */
export async function subscribe(world: World, effect: Of<'subscribe'>, dispatch: Dispatch): Promise<void> {
  const {publicationId, newsletter, email, remember} = effect;
  const {checkEmail, pastedEmail} = await import('../domain/email.ts');
  const checked = checkEmail(pastedEmail(email));
  if (!checked.ok) {
    dispatch({type: 'email-rejected', publicationId, reason: checked.reason});
    return;
  }
  const publication = world.library.publication(publicationId);
  if (!publication) return;
  const outcome =
    world.isOffline && newsletter.signup.kind !== 'none'
      ? offline(newsletter.signup)
      : await (
          await world.newsletters()
        ).subscribe(publication, newsletter, checked.email, new AbortController().signal);
  // Whether it can be noted or not: what became of the address is said.
  let isSaid = false;
  const say = (waitingId?: number): void => {
    if (!isSaid)
      dispatch({type: 'signed-up', publicationId, outcome, ...(waitingId !== undefined && {waitingId})});
    isSaid = true;
  };
  try {
    world.changes.make({
      work: () => keep(world, effect, publication.title, checked.email, outcome),
      kept: say,
      shows: {kind: 'other'},
      waits: say,
    });
    if (remember) await world.preferences.keepEmail(checked.email);
  } finally {
    say();
  }
}

function offline(signup: Exclude<Newsletter['signup'], {kind: 'none'}>): Outcome {
  const {host} = new URL(signup.kind === 'request' ? signup.url : signup.page);
  return {outcome: 'failed', host, message: 'Inkwell is offline, so nothing was sent.', isUnknown: false};
}

/** Notes what became of it; a wish that could not be sent waits, under the id that is returned. */
function keep(
  {library}: World,
  {publicationId, newsletter, remember, waitingId}: Of<'subscribe'>,
  publicationTitle: string,
  email: string,
  {outcome, host, message, isUnknown}: Outcome,
): number | undefined {
  const state = outcome !== 'failed' ? STATES[outcome] : isUnknown ? 'unknown' : 'waiting';
  if (state === undefined) return waitingId;
  if (waitingId !== undefined) library.forgetSignup(waitingId);
  const {id} = library.recordSignup({
    publicationId,
    publicationTitle,
    state,
    message,
    ...(remember && {email}),
    ...(host !== undefined && {host}),
    ...(newsletter.signup.kind !== 'none' && {provider: newsletter.signup.provider}),
  });
  return state === 'waiting' ? id : undefined;
}

const STATES: Readonly<Partial<Record<Outcome['outcome'], SignupState>>> = {
  'check-inbox': 'requested',
  subscribed: 'confirmed',
  already: 'confirmed',
  recorded: 'recorded',
  refused: 'refused',
};
