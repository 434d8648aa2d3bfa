import {existsSync} from 'node:fs';
import {suggestEmail} from '../../domain/email/email.ts';
import {describeSignup, type SignupFacts} from '../../domain/newsletter/signup-facts.ts';
import type {Newsletter, Outcome} from '../../domain/newsletter/newsletter.ts';
import {ProblemError, toProblem, type Problem} from '../../domain/problem.ts';
import type {Publication} from '../../domain/publication/publication.ts';
import type {CommandContext} from '../../command-line/table.ts';
import {ask, confirm} from '../../command-line/words.ts';
import {problemJson} from '../../output/listing.ts';
import type {Output} from '../../output/output.ts';
import {EXIT, Misuse} from '../../runtime/exit.ts';
import {readingServicesOf, servicesOf} from '../../runtime/services.ts';
import type {ReadingServices} from '../../services/context.ts';
import {findNewsletter, publicationAt, renewNewsletter} from '../../services/newsletters/find-newsletter.ts';
import {findSource, followed} from '../../services/find-source.ts';
import {followConfigured} from '../../services/follow.ts';
import {chooseSources} from '../../services/locate.ts';
import {openSources} from '../../services/open-sources.ts';
import {checkedEmail, isRemembered, rememberEmail, signUp} from '../../services/newsletters/sign-up.ts';

const DONE: ReadonlySet<Outcome['outcome']> = new Set(['check-inbox', 'subscribed', 'already', 'recorded']);

/** `inkwell subscribe`: says where an address will go, asks, sends it once, and reports the outcome. */
export async function run(context: CommandContext<'subscribe'>): Promise<number> {
  const {flags, options, output, signal, words} = context;
  if (flags.yes && words.length === 0)
    throw new Misuse(
      '--yes needs the address on the command line: a remembered address is not sent without confirmation.',
    );
  // An invalid address ends here, before anything is fetched.
  const given = words[0] === undefined ? undefined : checked(words[0]);
  if (options.sources.length > 0) await followConfigured(await context.ports.library(), options);
  const reading = await readingServicesOf(context);
  const publication =
    flags.to === undefined
      ? await onlyPublication(reading, context)
      : await publicationOf(flags.to, reading, signal);
  const newsletter = await findNewsletter(publication, reading, signal, flags.to);
  const facts = describeSignup(newsletter, publication);
  checkHost(facts, flags['to-host'], flags.yes === true);
  if (!flags.json || !flags.yes) introduce(publication, newsletter, facts, output);
  const {kind} = newsletter.signup;
  // An address that goes nowhere is not asked for.
  const email =
    given ?? (kind === 'request' ? checked(await ask('Email', output, options.email.address)) : '');
  const meant = suggestEmail(email, true);
  if (meant !== undefined) output.note(`Did you mean ${meant}?`);
  const question =
    kind === 'request' ? `Send ${email} to ${facts.host}?` : 'Save a reminder on this machine?';
  if (!flags.yes && kind !== 'browser' && !(await confirm(question, output))) {
    output.note(kind === 'none' ? 'Nothing was noted.' : 'Nothing was sent.');
    return EXIT.failed;
  }
  const services = await servicesOf(context);
  const refusal = services.library.refusal();
  if (refusal) throw new ProblemError({...refusal, message: `Nothing was sent: ${refusal.message}`});
  const remember = email !== '' && (flags.remember ?? isRemembered(email, options.email));
  const {outcome, record} = await signUp({publication, newsletter, email, remember}, services, signal);
  const problems: Problem[] = [];
  try {
    record();
    if (remember && (await rememberEmail(email, services)))
      output.note('The address is saved for next time; "inkwell config unset email.address" deletes it.');
  } catch (error) {
    // The address was sent, so the outcome is reported all the same.
    problems.push(toProblem(error));
  }
  if (flags.json)
    await output.json({
      version: 1,
      ...outcome,
      publication: publication.title,
      ...(problems.length > 0 && {problems: problems.map(problemJson)}),
    });
  else await output.text(`${outcome.message}${outcome.page ? ` ${outcome.page}` : ''}\n`);
  for (const problem of problems) output.problem(problem);
  await renewNewsletter(publication, newsletter, services, signal);
  return DONE.has(outcome.outcome) && problems.length === 0 ? EXIT.done : EXIT.failed;
}

/** Without a person who reads where the address goes, a stranger's host has to be named. */
function checkHost({host, isForeign}: SignupFacts, named: string | undefined, isUnasked: boolean): void {
  if (host === undefined || named?.toLowerCase() === host) return;
  if (named !== undefined)
    throw new Misuse(`The address would go to ${host}, not to ${named}.`, 'Nothing was sent.');
  if (isForeign && isUnasked)
    throw new Misuse(
      `The address would go to ${host}, which is neither the publication's nor a known service's.`,
      `Nothing was sent. If that is right, add --to-host ${host}`,
    );
}

function checked(text: string): string {
  const check = checkedEmail(text);
  if (check.ok) return check.email;
  const quoted = text === '' ? 'An empty text' : `"${text}"`;
  throw new Misuse(`${quoted} is not a valid email address. ${check.reason}`, 'Nothing was sent.');
}

function introduce(
  publication: Publication,
  {heading, pitch, subscribers, promises}: Newsletter,
  {where, next, found}: SignupFacts,
  {note, facts: joined}: Output,
): void {
  note(heading ?? `The newsletter of ${publication.title}`);
  if (pitch) note(pitch);
  const more = joined([subscribers && `${subscribers} subscribers`, ...promises]);
  if (more !== '') note(more);
  note([where, next, found].filter(Boolean).join(' '));
}

/** A followed source, or one that is opened for this. */
async function publicationOf(
  to: string,
  services: ReadingServices,
  signal: AbortSignal,
): Promise<Publication> {
  const isLocation = /^[a-z][a-z\d+.-]*:/i.test(to) || existsSync(to);
  try {
    if (services.library) return findSource(services.library, to).row;
  } catch (error) {
    if (!isLocation) throw error;
  }
  const {failures, loaded} = await openSources([to], services, signal);
  if (loaded[0]) return loaded[0].publication;
  const page = await publicationAt(to, services, signal);
  if (page) return page;
  throw new ProblemError(failures[0] ?? {kind: 'missing', message: `${to} could not be opened.`});
}

/** Without --to: the only publication, or the one that the person picks. */
async function onlyPublication(
  services: ReadingServices,
  {output, signal}: CommandContext<'subscribe'>,
): Promise<Publication> {
  const {library, options} = services;
  const chosen = chooseSources([], options, library);
  const all: readonly Publication[] =
    chosen.kind === 'library'
      ? (library ? followed(library) : []).map(({row}) => row)
      : (await openSources(chosen.locations, services, signal)).loaded.map(({publication}) => publication);
  if (all.length === 1 && all[0]) return all[0];
  for (const [index, {title}] of all.entries()) output.note(`${index + 1}  ${title}`);
  const picked = all[Number(await ask('The number of the publication (or --to)', output)) - 1];
  if (picked) return picked;
  throw new ProblemError({
    kind: 'missing',
    message: 'No publication has that number.',
    advice: 'Name it with --to.',
  });
}
