import {checkEmail, pastedEmail, suggestEmail} from '../domain/email/email.ts';
import type {Newsletter, Outcome} from '../domain/newsletter/newsletter.ts';
import type {Publication} from '../domain/publication/publication.ts';
import {describeSignup} from '../domain/newsletter/signup-facts.ts';
import type {SignupFacts} from '../domain/newsletter/signup-facts.ts';
import {ProblemError, toProblem, type Problem} from '../domain/problem.ts';
import {problemJson} from '../output/listing.ts';
import {ask, confirm} from '../runtime/ask.ts';
import type {CommandContext} from '../command-line/table.ts';
import {EXIT, Misuse} from '../runtime/exit.ts';
import {findNewsletter} from '../services/find-newsletter.ts';
import {keepSignup} from '../services/keep-signup.ts';

const DONE: ReadonlySet<Outcome['outcome']> = new Set(['check-inbox', 'subscribed', 'already', 'recorded']);

/** `inkwell subscribe`: says where an address will go, asks, sends it once, and says what became of it. */
export async function run(context: CommandContext<'subscribe'>): Promise<number> {
  const {flags, options, output, words} = context;
  if (flags.yes && words.length === 0)
    throw new Misuse(
      '--yes needs the address on the command line: nothing is sent to an address that was only remembered.',
    );
  // An address that can't be one ends here, before anything is fetched.
  const given = words[0] === undefined ? undefined : checked(words[0]);
  const {publication, newsletter} = await findNewsletter(flags.to, context);
  const facts = describeSignup(newsletter, publication);
  if (!flags.json || !flags.yes) say(publication, newsletter, facts, output.note);
  const email = given ?? checked(await ask('Email', options.email.address, output));
  const meant = suggestEmail(email, true);
  if (meant !== undefined) output.note(`Did you mean ${meant}?`);
  if (
    !flags.yes &&
    !(await confirm(facts.host ? `Send ${email} to ${facts.host}?` : `Note the wish for ${email}?`, output))
  ) {
    output.note('Nothing was sent.');
    return EXIT.failed;
  }
  const refusal = (await context.ports.library()).refusal();
  if (refusal) throw new ProblemError({...refusal, message: `Nothing was sent: ${refusal.message}`});
  const outcome = await send(newsletter, publication, email, context);
  const problems = await keepSignup(
    {publication, newsletter, email, outcome, mayRemember: flags.remember},
    context,
  ).then(() => [], toProblems);
  if (flags.json)
    await output.json({
      version: 1,
      ...outcome,
      publication: publication.title,
      ...(problems.length > 0 && {problems: problems.map(problemJson)}),
    });
  else await output.text(`${outcome.message}${outcome.page ? ` ${outcome.page}` : ''}\n`);
  for (const problem of problems) output.problem(problem);
  return DONE.has(outcome.outcome) && problems.length === 0 ? EXIT.done : EXIT.failed;
}

/** What could not be stored after the address was sent is reported beside the outcome. */
function toProblems(error: unknown): readonly Problem[] {
  return [toProblem(error)];
}

function checked(text: string): string {
  const check = checkEmail(text.includes('<') ? pastedEmail(text) : text);
  if (!check.ok)
    throw new Misuse(
      `${text === '' ? 'An empty text' : `"${text}"`} is no address that mail can be sent to. ${check.reason}`,
      'Nothing was sent.',
    );
  return check.email;
}

function say(
  publication: Publication,
  {heading, pitch, subscribers, promises}: Newsletter,
  {where, next, found}: SignupFacts,
  note: (line: string) => void,
): void {
  note(heading ?? `The newsletter of ${publication.title}`);
  if (pitch) note(pitch);
  const more = [subscribers && `${subscribers} subscribers`, ...promises].filter(Boolean);
  if (more.length > 0) note(more.join(' · '));
  note([where, next, found].filter(Boolean).join(' '));
}

async function send(
  newsletter: Newsletter,
  publication: Publication,
  email: string,
  {options, ports, signal}: CommandContext<'subscribe'>,
): Promise<Outcome> {
  if (newsletter.signup.kind === 'none')
    return {
      outcome: 'recorded',
      message:
        'This publication has no sign-up that Inkwell can reach: your wish is kept on this machine, and nothing was sent.',
    };
  if (options.offline) {
    const {host} = new URL(
      newsletter.signup.kind === 'request' ? newsletter.signup.url : newsletter.signup.page,
    );
    return {
      outcome: 'failed',
      host,
      message: 'Inkwell is offline: nothing was sent. The wish is kept; "inkwell subscriptions" shows it.',
      isUnknown: false,
    };
  }
  const newsletters = await ports.newsletters();
  return newsletters.subscribe(publication, newsletter, email, signal);
}
