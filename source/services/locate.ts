import {existsSync} from 'node:fs';
import {homedir} from 'node:os';
import {resolve} from 'node:path';
import {isImap, webAddress} from '../domain/publication/location.ts';
import {withoutPassword} from '../domain/publication/passwords.ts';
import {ProblemError} from '../domain/problem.ts';
import type {SourceSettings} from '../domain/publication/source.ts';
import type {Library} from '../ports/library.ts';
import type {Options} from '../options/options.ts';
import {journalFolder} from '../options/paths.ts';
import {locationOf, settingsOf, type SourceEntry} from '../options/source-entries.ts';

/**
 * The location that a person means: an existing path, whatever it looks like, is made absolute; `~/` is the
 * home folder; a bare host gets https.
 */
export function locate(typed: string): string {
  if (isImap(typed)) return imapLocation(typed);
  const path = typed.replace(/^~(?=$|[/\\])/u, homedir());
  if (!/^[a-z][a-z\d+.-]*:\/\//i.test(path) && existsSync(path)) return resolve(path);
  return webAddress(typed) ?? (path === typed ? typed : resolve(path));
}

/** The address of a folder with an encoded name. @throws ProblemError where a password is part of it. */
function imapLocation(typed: string): string {
  const url = URL.parse(typed.trim());
  const fault =
    url === null || url.hostname === ''
      ? 'names no server'
      : url.password !== ''
        ? 'has a password in it, which would be stored and shown'
        : url.username === ''
          ? 'names no user'
          : undefined;
  if (url && fault === undefined) return url.pathname.length > 1 ? url.href : new URL('/INBOX', url).href;
  throw new ProblemError({
    kind: 'malformed',
    message: `${withoutPassword(typed)} ${fault}.`,
    advice: 'A folder of mail is imaps://user@host/Folder.',
  });
}

/** Sources read for this run, or everything the library follows. */
export type Chosen = Readonly<{kind: 'named'; locations: readonly string[]}> | Readonly<{kind: 'library'}>;

/** The command line first, then INKWELL_SOURCE, then configured and followed sources, else the journal. */
export function chooseSources(
  words: readonly string[],
  options: Pick<Options, 'givenSources' | 'sources'>,
  library: Library | undefined,
): Chosen {
  if (words.length > 0) return {kind: 'named', locations: words};
  if (options.givenSources.length > 0) return {kind: 'named', locations: options.givenSources};
  if (options.sources.length > 0 || library?.publications().some(({isListed}) => isListed))
    return {kind: 'library'};
  const journal = journalFolder();
  return {kind: 'named', locations: journal ? [journal] : []};
}

/**
 * A source's settings in the preferences or a publisher's edition; they hold for a source named for one run
 * too.
 */
export async function settingsFor(
  location: string,
  {edition, sources}: Pick<Options, 'edition' | 'sources'>,
): Promise<SourceSettings> {
  const entries: readonly SourceEntry[] = edition ? [...sources, editionEntry(edition)] : sources;
  if (entries.length === 0) return {};
  const where = locate(location);
  const entry = entries.find(candidate => locate(locationOf(candidate)) === where);
  return entry === undefined ? {} : await settingsOf(entry);
}

function editionEntry({name, newsletter, source}: NonNullable<Options['edition']>): SourceEntry {
  return {location: source, ...(name !== undefined && {name}), ...(newsletter && {newsletter})};
}
