import type {LeaveOutcome, Leaving} from '../../domain/newsletter/leaving.ts';
import type {Publication} from '../../domain/publication/publication.ts';
import {mailboxOf} from '../../domain/publication/location.ts';
import {ProblemError} from '../../domain/problem.ts';
import type {Services} from '../context.ts';
import {withSecret} from './mail-secret.ts';

/**
 * Finds how to leave a newsletter that arrives by mail. @throws ProblemError where its letters do not say.
 */
export async function leavingOf(
  {location, title}: Pick<Publication, 'location' | 'title'>,
  services: Pick<Services, 'library' | 'sources' | 'options' | 'askPassword'>,
): Promise<Leaving> {
  const mailbox = mailboxOf(location);
  // A state from elsewhere brings letters; their mailbox is asked only where the reader follows it.
  if (services.library.sources().some(one => one.location === mailbox)) {
    const {secret} = await withSecret({location: mailbox ?? ''}, services);
    const leaving = await (await services.sources()).leaving(location, secret);
    if (leaving) return leaving;
  }
  throw new ProblemError({
    kind: 'unsupported',
    message: `${title} does not say how to leave: it is no newsletter that arrives by mail.`,
    advice: 'To stop following it: inkwell remove',
    location,
  });
}

/**
 * Leaves a newsletter; `record` notes in the ledger of sign-ups what came of it. A host of this machine or
 * the local network is asked only where the reader signed up at it.
 */
export async function leave(
  {id, title}: Pick<Publication, 'id' | 'title'>,
  leaving: Leaving,
  {library, newsletters, options}: Pick<Services, 'library' | 'newsletters' | 'options'>,
  signal: AbortSignal,
): Promise<Readonly<{outcome: LeaveOutcome; record: () => void}>> {
  if (options.offline)
    return {
      outcome: {outcome: 'failed', message: 'Inkwell is offline, so nothing was sent.'},
      record: NOTHING,
    };
  // A leaving that can't be recorded would be sent again, and a sign-up be offered that has ended.
  const refusal = library.refusal();
  if (refusal) throw new ProblemError({...refusal, message: `Nothing was sent: ${refusal.message}`});
  const signup = library.signups().find(({lettersId}) => lettersId === id);
  const isKnown = signup?.host !== undefined && signup.host === URL.parse(leaving.url ?? '')?.host;
  const outcome = await (await newsletters()).leave(leaving, signal, isKnown);
  const {outcome: what, message, host} = outcome;
  return {outcome, record: what === 'left' ? record : NOTHING};

  function record(): void {
    if (signup) library.updateSignup(signup.id, {state: 'left', message});
    else
      library.recordSignup({
        publicationId: id,
        publicationTitle: title,
        state: 'left',
        message,
        lettersId: id,
        ...(host !== undefined && {host}),
      });
  }
}

const NOTHING = (): void => {};
