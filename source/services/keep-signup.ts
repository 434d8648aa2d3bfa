import type {SignupState} from '../domain/newsletter/signup.ts';
import type {Newsletter, Outcome} from '../domain/newsletter/newsletter.ts';
import type {Publication} from '../domain/publication/publication.ts';
import type {Context} from '../runtime/context.ts';

type Sent = Readonly<{
  publication: Publication;
  newsletter: Newsletter;
  email: string;
  outcome: Outcome;
  /** --remember or --no-remember; undefined leaves it to the settings. */
  mayRemember: boolean | undefined;
}>;

/** Notes in the reader's own library what was asked for; the address itself only with consent. */
export async function keepSignup(
  {publication, newsletter, email, outcome, mayRemember}: Sent,
  {options, output, paths, ports}: Context,
): Promise<void> {
  const state = stateOf(outcome, options.offline);
  const remembers = mayRemember ?? options.email.remember === 'always';
  if (state !== undefined) {
    const library = await ports.library();
    library.recordSignup({
      publicationId: publication.id,
      publicationTitle: publication.title,
      ...(remembers && {email}),
      ...(outcome.host !== undefined && {host: outcome.host}),
      ...(newsletter.signup.kind !== 'none' && {provider: newsletter.signup.provider}),
      state,
      message: outcome.message,
    });
  }
  if (!remembers || email === options.email.address) return;
  const {writePreference} = await import('../options/write-preferences.ts');
  writePreference(paths, 'email.address', email);
  output.note('The address is kept for the next time; "inkwell config unset email.address" forgets it.');
}

/** What failed before it was sent leaves no trace, except a wish that waits for the network. */
function stateOf({outcome, isUnknown}: Outcome, isOffline: boolean): SignupState | undefined {
  switch (outcome) {
    case 'check-inbox':
      return 'requested';
    case 'subscribed':
    case 'already':
      return 'confirmed';
    case 'recorded':
      return 'recorded';
    case 'refused':
      return 'refused';
    case 'failed':
      return isUnknown ? 'unknown' : isOffline ? 'waiting' : undefined;
    case 'needs-browser':
    case 'rate-limited':
      return undefined;
  }
}
