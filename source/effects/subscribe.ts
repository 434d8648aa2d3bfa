import type {Effect} from '../app/core/effect.ts';
import type {SignupState} from '../domain/newsletter/signup.ts';
import type {Newsletter, Outcome} from '../domain/newsletter/newsletter.ts';
import type {Dispatch} from '../app/core/store.ts';
import type {EffectContext} from './context.ts';

type Of<K extends Effect['kind']> = Extract<Effect, {kind: K}>;

/** Looks for the newsletter where none is known or only its words are, then says where an address would go. */
export async function findNewsletter(
  context: EffectContext,
  {publicationId, newsletter}: Of<'find-newsletter'>,
  dispatch: Dispatch,
  signal: AbortSignal,
): Promise<void> {
  const {library, isOffline} = context;
  const publication = library.publication(publicationId);
  if (!publication) return;
  const isComplete = newsletter !== undefined && newsletter.signup.kind !== 'none';
  const found =
    isComplete || isOffline ? newsletter : ((await look(context, publicationId, signal)) ?? newsletter);
  if (signal.aborted) return;
  const known: Newsletter = found ?? {promises: [], signup: {kind: 'none'}};
  const {describeSignup} = await import('../domain/newsletter/signup-facts.ts');
  dispatch({
    type: 'found-newsletter',
    publicationId,
    newsletter: known,
    facts: describeSignup(known, publication),
  });
  // For the next time: what is on the screen does not change under the hands of somebody about to send.
  if (!isOffline && isOld(known, context.clock.now())) await look(context, publicationId, signal);
}

/** Sites move their sign-ups: one that was found a month ago is looked for anew. */
function isOld({foundOn, foundAt}: Newsletter, now: number): boolean {
  return foundOn !== undefined && !(Date.parse(foundAt ?? '') > now - 30 * 86_400_000);
}

async function look(
  context: EffectContext,
  publicationId: string,
  signal: AbortSignal,
): Promise<Newsletter | undefined> {
  const publication = context.library.publication(publicationId);
  if (!publication) return undefined;
  try {
    const found = await (await context.newsletters()).find(publication, signal);
    if (found && !signal.aborted) keepFound(context, publicationId, found);
    return found;
  } catch {
    // A home page that can't be read has no sign-up that we could use; the prompt says so.
    return undefined;
  }
}

/** For the next time: where it can't be kept it is found again. */
function keepFound({library, writes}: EffectContext, publicationId: string, found: Newsletter): void {
  writes.addQuietly(() => library.keepNewsletter(publicationId, found));
}

/** Sends the address once, or says why not, and writes it into the ledger. */
export async function subscribe(
  context: EffectContext,
  effect: Of<'subscribe'>,
  dispatch: Dispatch,
  leaving: AbortSignal,
): Promise<void> {
  const {publicationId, newsletter, email, remember} = effect;
  const {checkEmail, pastedEmail} = await import('../domain/email/email.ts');
  const checked = checkEmail(pastedEmail(email));
  if (!checked.ok) {
    dispatch({type: 'email-rejected', publicationId, reason: checked.reason});
    return;
  }
  const publication = context.library.publication(publicationId);
  if (!publication) return;
  const signup = {...effect, email: checked.email, publicationTitle: publication.title};
  const isOffline = context.isOffline && newsletter.signup.kind !== 'none';
  const sentId = isOffline || newsletter.signup.kind !== 'request' ? undefined : noteSending(context, signup);
  const outcome = isOffline
    ? offline(newsletter.signup)
    : await (await context.newsletters()).subscribe(publication, newsletter, checked.email, leaving);
  // The reader has left: the ledger has it that the address may have arrived.
  if (leaving.aborted) return;
  // Whether it can be noted or not: what became of the address is said.
  let isSaid = false;
  const say = (waitingId?: number): void => {
    if (!isSaid)
      dispatch({type: 'signed-up', publicationId, outcome, ...(waitingId !== undefined && {waitingId})});
    isSaid = true;
  };
  try {
    context.writes.add({
      work: () => keep(context, signup, outcome, sentId),
      kept: say,
      shows: {kind: 'other'},
      waits: say,
    });
    if (remember) await context.preferences.keepEmail(checked.email);
  } finally {
    say();
  }
}

function offline(signup: Exclude<Newsletter['signup'], {kind: 'none'}>): Outcome {
  const {host} = new URL(signup.kind === 'request' ? signup.url : signup.page);
  return {outcome: 'failed', host, message: 'Inkwell is offline, so nothing was sent.', isUnknown: false};
}

type Sending = Of<'subscribe'> & Readonly<{publicationTitle: string}>;

const LEFT = 'Inkwell ended before an answer came.';

/**
 * Noted before it is sent, so that it is not forgotten when the reader leaves before the answer, or the machine goes
 * off. Gives the row of the ledger; a ledger that can't be written keeps nobody from subscribing.
 */
function noteSending({library}: EffectContext, sending: Sending): number | undefined {
  const {waitingId} = sending;
  try {
    if (waitingId === undefined)
      return library.recordSignup({...entryOf(sending), state: 'unknown', message: LEFT}).id;
    library.updateSignup(waitingId, {state: 'unknown', message: LEFT});
    return waitingId;
  } catch {
    return undefined;
  }
}

/** Notes what became of it; a wish that could not be sent waits, under the id that is returned. */
function keep(
  {library}: EffectContext,
  sending: Sending,
  {outcome, host, message, isUnknown}: Outcome,
  sentId: number | undefined,
): number | undefined {
  const {waitingId} = sending;
  const state = outcome !== 'failed' ? STATES[outcome] : isUnknown ? 'unknown' : 'waiting';
  if (state === undefined && waitingId !== undefined) {
    library.updateSignup(waitingId, {state: 'waiting', message});
    return waitingId;
  }
  for (const id of new Set([waitingId, sentId])) if (id !== undefined) library.forgetSignup(id);
  if (state === undefined) return undefined;
  const {id} = library.recordSignup({
    ...entryOf(sending),
    state,
    message,
    ...(host !== undefined && {host}),
  });
  return state === 'waiting' ? id : undefined;
}

/** The address itself is kept with consent alone. */
function entryOf({publicationId, publicationTitle, newsletter: {signup}, remember, email}: Sending) {
  return {
    publicationId,
    publicationTitle,
    ...(remember && {email}),
    ...(signup.kind === 'request' && {host: new URL(signup.url).host}),
    ...(signup.kind !== 'none' && {provider: signup.provider}),
  };
}

const STATES: Readonly<Partial<Record<Outcome['outcome'], SignupState>>> = {
  'check-inbox': 'requested',
  subscribed: 'confirmed',
  already: 'confirmed',
  recorded: 'recorded',
  refused: 'refused',
};
