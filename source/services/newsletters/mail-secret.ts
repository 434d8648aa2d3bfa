import {isImap} from '../../domain/publication/location.ts';
import {ProblemError} from '../../domain/problem.ts';
import type {Secret} from '../../domain/publication/source.ts';
import {locationOf, type SourceEntry} from '../../options/source-entries.ts';
import type {Services} from '../context.ts';
import {locate} from '../locate.ts';

type Means = Pick<Services, 'options' | 'askPassword'>;

/**
 * The source with the password of its mailbox, or a token; any other as it is. Either comes from a command or
 * a variable that the preferences name for this source, else a password is asked for where there is a
 * terminal, and it is never stored.
 *
 * @throws ProblemError where there is none.
 */
export async function withSecret<S extends Readonly<{location: string}>>(
  source: S,
  means: Means,
): Promise<S & Readonly<{secret?: Secret}>> {
  return isImap(source.location) ? {...source, secret: await mailSecret(source.location, means)} : source;
}

/**
 * Whose password has to be typed: "ada at mail.example"; undefined for what is no mailbox, and where the
 * preferences say what prints or holds it.
 */
export function typedFor(location: string, {options}: Pick<Means, 'options'>): string | undefined {
  if (!isImap(location)) return undefined;
  const {tokenCommand, passwordCommand, passwordEnv} = entryOf(location, options);
  return (tokenCommand ?? passwordCommand ?? passwordEnv) === undefined ? ownerOf(location) : undefined;
}

async function mailSecret(location: string, {options, askPassword}: Means): Promise<Secret> {
  const {tokenCommand, passwordCommand, passwordEnv} = entryOf(location, options);
  const name = ownerOf(location);
  if (tokenCommand !== undefined) {
    const {printedBy} = await import('../accounts/accounts.ts');
    return {kind: 'token', value: await printedBy({name, command: tokenCommand, what: 'token'})};
  }
  if (passwordCommand === undefined && passwordEnv === undefined) {
    if (askPassword) return {kind: 'password', value: await askPassword(name)};
    throw new ProblemError({
      kind: 'denied',
      message: `${name} has no password here.`,
      advice: '"inkwell refresh" asks; a "passwordCommand" of this source in the settings does without.',
      location,
    });
  }
  const {passwordFrom} = await import('../accounts/accounts.ts');
  const value = await passwordFrom({
    name,
    ...(passwordCommand !== undefined && {passwordCommand}),
    ...(passwordEnv !== undefined && {passwordEnv}),
  });
  return {kind: 'password', value};
}

function entryOf(
  location: string,
  {sources}: Means['options'],
): Exclude<SourceEntry, string> | Record<string, never> {
  const entry = sources.find(candidate => locate(locationOf(candidate)) === location);
  return typeof entry === 'object' ? entry : {};
}

function ownerOf(location: string): string {
  const {username, host} = new URL(location);
  return `${plainUser(username)} at ${host}`;
}

/** As it is written where it can't be decoded, or would read like words of the question. */
function plainUser(username: string): string {
  try {
    const user = decodeURIComponent(username);
    return /\s/u.test(user) ? username : user;
  } catch {
    return username;
  }
}
