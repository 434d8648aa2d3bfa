import {addressKey} from '../../domain/article/address-key.ts';
import {ProblemError, type Problem} from '../../domain/problem.ts';
import {isOnThisMachine, webAddress} from '../../domain/publication/location.ts';
import type {Imported} from '../../domain/state-line.ts';
import type {Library} from '../../ports/library.ts';
import {locate} from '../locate.ts';
import {LONGEST_TEXT} from './measured.ts';
import {readNewsboatUrls} from './newsboat-urls.ts';
import {readOpml} from './opml.ts';

/**
 * True for a source that a file names and that is asked as a public address until the person adds it herself.
 * One of this machine says itself what it is.
 */
export function isHeldPublic(location: string, mayBeNear: boolean): boolean {
  return !mayBeNear && !isOnThisMachine(location);
}

/** Each source is fetched again and again: more than anybody reads is an accident or an attack. */
export const MOST_SOURCES = 10_000;

/** Characters of an address that was skipped, in what is said of it. */
const SHOWN = 300;

/**
 * Follows the sources of an OPML document, or of newsboat's list. Others may have written it: only web
 * addresses are followed, and folders with the person's consent.
 */
export function importSources(
  text: string,
  allowsFolders: boolean,
  library: Library,
  problems: Problem[],
): Imported {
  const {outlined, problems: skipped} = /^[\s\ufeff]*</.test(text) ? readOpml(text) : readNewsboatUrls(text);
  const count = outlined.length + skipped.length;
  if (count > MOST_SOURCES)
    throw new ProblemError({
      kind: 'too-large',
      message: `The file names ${count} sources; ${MOST_SOURCES} are imported at most.`,
      advice: 'Split it, and import what you read.',
    });
  problems.push(...skipped);
  const sources = library.sources();
  const known = new Map(sources.map(source => [source.location, source.settings]));
  const same = new Map(
    sources.flatMap(({location, feedUrl = location}) =>
      [location, feedUrl].map(address => [addressKey(address), location] as const),
    ),
  );
  const added = new Set<string>();
  const followed: Parameters<Library['followAll']>[0][number][] = [];
  for (const {folder, location, title} of outlined) {
    const isFolder = location.startsWith('/');
    const isTooLong = location.length > LONGEST_TEXT;
    const address = isFolder || isTooLong ? undefined : webAddress(location);
    if (address === undefined && (isTooLong || !(isFolder && allowsFolders))) {
      const shown = location.length > SHOWN ? `${location.slice(0, SHOWN)}…` : location;
      const message = isFolder
        ? `The folder ${shown} was skipped.`
        : `${shown} is not a web address and was skipped.`;
      problems.push({
        kind: 'unsafe',
        location: shown,
        message,
        ...(isFolder && {advice: 'Use --folders to follow local folders that the file names.'}),
      });
      continue;
    }
    const typed = address ?? locate(location);
    const where = same.get(addressKey(typed)) ?? typed;
    same.set(addressKey(where), where);
    if (!known.has(where)) added.add(where);
    const settings = {...(title !== undefined && {name: title}), ...known.get(where)};
    known.set(where, settings);
    followed.push({
      location: where,
      isListed: true,
      settings,
      ...(folder !== undefined && {folder}),
      ...(added.has(where) && isHeldPublic(where, allowsFolders) && {isPrivate: false}),
    });
  }
  library.followAll(followed);
  return {sources: added.size, articles: 0, marks: 0, signups: 0};
}
