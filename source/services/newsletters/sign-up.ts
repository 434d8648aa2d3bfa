import {checkEmail} from '../../domain/email/email.ts';
import {pastedEmail} from '../../domain/email/pasted-email.ts';
import type {Newsletter, Outcome} from '../../domain/newsletter/newsletter.ts';
import type {SignupState} from '../../domain/newsletter/signup.ts';
import type {Publication} from '../../domain/publication/publication.ts';
import type {Options} from '../../options/options.ts';
import type {Services} from '../context.ts';

/** A checked address, or the reason why it is none. `Ada <ada@example.com>` is the address in it. */
export function checkedEmail(text: string): ReturnType<typeof checkEmail> {
  // White space around a bare address is no part of it, and no address: a script that sends it has a fault.
  return checkEmail(/<|^\s*mailto:/iu.test(text) ? pastedEmail(text) : text);
}

/** The address is remembered when the settings say so, or when this very address is remembered already. */
export function isRemembered(email: string, {address, remember}: Options['email']): boolean {
  return remember === 'always' || (remember === 'ask' && address === email);
}

export type SignupRequest = Readonly<{
  publication: Publication;
  newsletter: Newsletter;
  /** Checked. */
  email: string;
  /** The person agreed to store the address. */
  remember: boolean;
  /** The reminder in the ledger that is sent now. */
  waitingId?: number | undefined;
}>;

/**
 * Sends an address once, or explains why not. Nothing is sent offline. Never throws: a failure is an outcome.
 */
export async function signUp(
  request: SignupRequest,
  services: Services,
  signal: AbortSignal,
): Promise<Readonly<{outcome: Outcome; record: () => number | undefined}>> {
  const {publication, newsletter, email} = request;
  const {signup} = newsletter;
  const waitingId = waitingFor(request, services.library);
  const isSent = signup.kind === 'request' && !services.options.offline;
  const sentId = isSent ? noteSending(request, waitingId, services) : undefined;
  const outcome = await send();
  return {outcome, record: () => record(request, outcome, [waitingId, sentId], services)};

  async function send(): Promise<Outcome> {
    if (services.options.offline && signup.kind !== 'none') {
      const {host} = new URL(signup.kind === 'request' ? signup.url : signup.page);
      const message = 'Inkwell is offline, so nothing was sent.';
      return {outcome: 'failed', host, message, isUnknown: false};
    }
    return await (await services.newsletters()).subscribe(publication, newsletter, email, signal);
  }
}

/** Stores an address that the person agreed to remember. Returns true when that changed something. */
export async function rememberEmail(email: string, {options, preferences}: Services): Promise<boolean> {
  if (preferences.read().get('email.address') === email || options.email.address === email) return false;
  await preferences.write('email.address', email);
  return true;
}

const INTERRUPTED = 'Inkwell ended before an answer came.';

/**
 * Notes an address in the ledger before it is sent: if the process ends before the answer, the address may
 * have arrived. A ledger that can't be written keeps nobody from subscribing.
 */
function noteSending(
  request: SignupRequest,
  waitingId: number | undefined,
  {library}: Services,
): number | undefined {
  const change = {state: 'unknown', message: INTERRUPTED} as const;
  try {
    if (waitingId === undefined) return library.recordSignup({...entryOf(request), ...change}).id;
    library.updateSignup(waitingId, change);
    return waitingId;
  } catch {
    return undefined;
  }
}

/** Writes the outcome into the ledger. Returns the id of a request that could not be sent and waits. */
function record(
  request: SignupRequest,
  {outcome, host, message, isUnknown}: Outcome,
  [waitingId, sentId]: readonly [waitingId: number | undefined, sentId: number | undefined],
  {library}: Services,
): number | undefined {
  const state = outcome === 'failed' ? (isUnknown ? 'unknown' : 'waiting') : STATES[outcome];
  if (state === undefined && waitingId !== undefined) {
    library.updateSignup(waitingId, {state: 'waiting', message});
    return waitingId;
  }
  if (state !== undefined && sentId !== undefined && sentId !== waitingId) {
    library.updateSignup(sentId, {state, message});
    return state === 'waiting' ? sentId : undefined;
  }
  for (const id of new Set([waitingId, sentId])) if (id !== undefined) library.forgetSignup(id);
  if (state === undefined) return undefined;
  const entry = {...entryOf(request), state, message, ...(host !== undefined && {host})};
  const {id} = library.recordSignup(entry);
  return state === 'waiting' ? id : undefined;
}

/** The reminder that this request fulfils: the given one, else one for the same publication and address. */
function waitingFor(
  {publication, email, waitingId}: SignupRequest,
  library: Services['library'],
): number | undefined {
  if (waitingId !== undefined) return waitingId;
  return library
    .signups()
    .find(
      one =>
        one.publicationId === publication.id &&
        one.state === 'waiting' &&
        (one.email === undefined || one.email === email),
    )?.id;
}

/** The address itself is stored with consent alone. */
function entryOf({publication, newsletter: {signup}, remember, email}: SignupRequest) {
  return {
    publicationId: publication.id,
    publicationTitle: publication.title,
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
