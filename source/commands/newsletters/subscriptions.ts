import type {Signup} from '../../domain/newsletter/signup.ts';
import {confirmationWords, lettersWords, openConfirmation} from '../../domain/newsletter/signup-words.ts';
import {ProblemError} from '../../domain/problem.ts';
import type {CommandContext} from '../../command-line/table.ts';
import {confirm} from '../../command-line/words.ts';
import type {Output} from '../../output/output.ts';
import {EXIT} from '../../runtime/exit.ts';

/** `inkwell subscriptions`: what was asked for, where, when, and how it stands. */
export async function run(context: CommandContext<'subscriptions'>): Promise<number> {
  const {flags, output, ports} = context;
  const library = await ports.existingLibrary();
  if (flags.open !== undefined) return await open(find(flags.open, library?.signups() ?? []), context);
  if (flags.confirm !== undefined)
    library?.updateSignup(find(flags.confirm, library.signups()).id, {state: 'confirmed'});
  if (flags.forget !== undefined) library?.forgetSignup(find(flags.forget, library.signups()).id);
  const signups = library?.signups() ?? [];
  if (flags.json) {
    await output.json({version: 1, subscriptions: signups});
    return EXIT.done;
  }
  for (const signup of signups) await output.text(`${entry(signup, output)}\n`);
  if (signups.length === 0) output.note('You have not signed up for a newsletter with Inkwell.');
  return EXIT.done;
}

/** Opens the link of a mail in the browser once the person knows where it leads. */
async function open(
  signup: Signup,
  {flags, options, output}: CommandContext<'subscriptions'>,
): Promise<number> {
  const confirmation = openConfirmation(signup);
  if (!confirmation)
    throw new ProblemError({
      kind: 'missing',
      message: `No mail asks to confirm the sign-up to ${signup.publicationTitle}.`,
      advice: '"inkwell refresh" looks for it.',
    });
  output.note(confirmationWords(confirmation));
  if (!flags.yes && !(await confirm('Open it in the browser?', output))) {
    output.note('Nothing was opened.');
    return EXIT.failed;
  }
  const {openUrl} = await import('../../platform/open-url.ts');
  const browser = options.browser ?? process.env['BROWSER'];
  await openUrl(confirmation.url, {browser, lend: async during => during()});
  return EXIT.done;
}

function find(id: number, signups: readonly Signup[]): Signup {
  const found = signups.find(signup => signup.id === id);
  if (found) return found;
  throw new ProblemError({
    kind: 'missing',
    message: `No sign-up has the number ${id}.`,
    advice: '"inkwell subscriptions" shows their numbers.',
  });
}

const STATES: Readonly<Record<Signup['state'], string>> = {
  waiting: 'waits for the network',
  requested: 'asked for; look into your inbox',
  confirmed: 'confirmed',
  recorded: 'kept here, not sent',
  refused: 'refused',
  unknown: 'sent, but no answer came',
  left: 'unsubscribed',
};

function entry(signup: Signup, output: Output): string {
  const {id, publicationTitle, email, host, at, state} = signup;
  const confirmation = openConfirmation(signup);
  const facts = [
    at.slice(0, 10),
    confirmation ? 'the mail to confirm it came' : STATES[state],
    lettersWords(signup),
    email,
    host && `at ${host}`,
  ];
  const more = output.entry([output.facts(facts), confirmation && confirmationWords(confirmation)], '     ');
  return output.isSpoken
    ? `Number ${id}, ${publicationTitle}, ${more}`
    : `${String(id).padStart(3)}  ${publicationTitle}\n${more}`;
}
