import {isImap} from '../../domain/publication/location.ts';
import {ProblemError} from '../../domain/problem.ts';
import {locationOf} from '../../options/source-entries.ts';
import type {Services} from '../context.ts';
import {locate} from '../locate.ts';

type Means = Pick<Services, 'options' | 'askPassword'>;

/**
 * The source with the password of its mailbox; any other as it is. It comes from a command or a variable that
 * the preferences name for this source, else it is asked for where there is a terminal, and it is never
 * stored.
 *
 * @throws ProblemError where there is none.
 */
export async function withPassword<S extends Readonly<{location: string}>>(
  source: S,
  means: Means,
): Promise<S & Readonly<{password?: string}>> {
  return isImap(source.location) ? {...source, password: await mailPassword(source.location, means)} : source;
}

async function mailPassword(location: string, {options, askPassword}: Means): Promise<string> {
  const entry = options.sources.find(candidate => locate(locationOf(candidate)) === location);
  const {passwordCommand, passwordEnv} = typeof entry === 'object' ? entry : {};
  const url = new URL(location);
  const name = `${decodeURIComponent(url.username)} at ${url.host}`;
  if (passwordCommand === undefined && passwordEnv === undefined) {
    if (askPassword) return await askPassword(name);
    throw new ProblemError({
      kind: 'denied',
      message: `${name} has no password here.`,
      advice: '"inkwell refresh" asks; a "passwordCommand" of this source in the settings does without.',
      location,
    });
  }
  const {passwordFrom} = await import('../accounts.ts');
  return await passwordFrom({
    name,
    ...(passwordCommand !== undefined && {passwordCommand}),
    ...(passwordEnv !== undefined && {passwordEnv}),
  });
}
