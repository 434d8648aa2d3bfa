import type {Signup} from '../domain/newsletter/signup.ts';
import {ProblemError} from '../domain/problem.ts';
import type {CommandContext} from '../command-line/table.ts';
import {EXIT} from '../runtime/exit.ts';

/** `inkwell subscriptions`: what was asked for, where, when, and how it stands. */
export async function run({flags, output, ports}: CommandContext<'subscriptions'>): Promise<number> {
  const library = await ports.existingLibrary();
  if (flags.confirm !== undefined)
    library?.updateSignup(known(flags.confirm, library.signups()), {state: 'confirmed'});
  if (flags.forget !== undefined) library?.forgetSignup(known(flags.forget, library.signups()));
  const signups = library?.signups() ?? [];
  if (flags.json) {
    await output.json({version: 1, subscriptions: signups});
    return EXIT.done;
  }
  for (const signup of signups) await output.text(`${entry(signup)}\n`);
  if (signups.length === 0) output.note('You have not signed up for a newsletter with Inkwell.');
  return EXIT.done;
}

function known(id: number, signups: readonly Signup[]): number {
  if (signups.some(signup => signup.id === id)) return id;
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

function entry({id, publicationTitle, email, host, at, state}: Signup): string {
  const facts = [at.slice(0, 10), STATES[state], email, host && `at ${host}`];
  return `${String(id).padStart(3)}  ${publicationTitle}\n     ${facts.filter(Boolean).join(' · ')}`;
}
