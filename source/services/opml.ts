import {generateOpml, parseOpml} from 'feedsmith';
import type {Opml} from 'feedsmith';
import {webAddress} from '../domain/publication/location.ts';
import type {Imported} from '../domain/state-line.ts';
import type {Library} from '../ports/library.ts';
import {locate} from './locate.ts';
import {printableLine} from '../domain/text/printable.ts';
import {ProblemError, type Problem} from '../domain/problem.ts';

/** One source of an OPML file. */
export type Outlined = Readonly<{location: string; title?: string; homepage?: string; folder?: string}>;

type Outline = Opml.Outline<Date>;
type Read = NonNullable<NonNullable<ReturnType<typeof parseOpml>['body']>['outlines']>;

/** Sources of an OPML 1.0 or 2.0 document, with the names of the outlines they stand in as their folder. */
export function readOpml(text: string): readonly Outlined[] {
  let outlines: Read;
  try {
    outlines = parseOpml(text.replace(/^\ufeff/, '').trim()).body?.outlines ?? [];
  } catch (error) {
    throw new ProblemError({
      kind: 'malformed',
      message: `Not a readable OPML file: ${printableLine((error as Error).message)}.`,
      advice: 'Other readers write it under "Export subscriptions".',
    });
  }
  return [...sourcesOf(outlines, [])];
}

/** An OPML 2.0 document; sources of one folder stand in one outline. */
export function writeOpml(sources: readonly Outlined[], now: Date): string {
  const folders = Map.groupBy(sources, ({folder}) => folder ?? '');
  const outlines = [...folders].flatMap(([folder, inside]): Outline[] =>
    folder === '' ? inside.map(outline) : [{text: folder, outlines: inside.map(outline)}],
  );
  return generateOpml({
    head: {title: 'Sources of Inkwell', dateCreated: now},
    body: {outlines: outlines.length > 0 ? outlines : [NOTHING]},
  });
}

/** OPML asks for one outline at least. */
const NOTHING: Outline = {text: 'Nothing is followed yet.', isComment: true};

/** Deep enough for any folder that a person made. */
const DEEPEST = 20;

function* sourcesOf(outlines: Read, folders: readonly string[]): Iterable<Outlined> {
  for (const {outlines: inside, text, title, xmlUrl, htmlUrl} of outlines) {
    const name = printableLine(title || text || '');
    const location = printableLine(xmlUrl ?? '');
    if (location !== '') {
      yield {
        location,
        ...(name && {title: name}),
        ...(htmlUrl && {homepage: printableLine(htmlUrl)}),
        ...(folders.length > 0 && {folder: folders.join(' / ')}),
      };
    }
    if (inside && folders.length < DEEPEST)
      yield* sourcesOf(inside, name && location === '' ? [...folders, name] : folders);
  }
}

function outline({location, title, homepage}: Outlined): Outline {
  return {
    text: title ?? location,
    title: title ?? location,
    type: 'rss',
    xmlUrl: location,
    ...(homepage !== undefined && {htmlUrl: homepage}),
  };
}

/** Each source is fetched again and again: more than anybody reads is an accident or an attack. */
export const MOST_SOURCES = 10_000;

/**
 * Follows the sources of an OPML document. Others may have written it: only web addresses are followed, and folders
 * with the person's consent.
 */
export function importOpml(
  text: string,
  allowsFolders: boolean,
  library: Library,
  problems: Problem[],
): Imported {
  const outlined = readOpml(text);
  if (outlined.length > MOST_SOURCES)
    throw new ProblemError({
      kind: 'too-large',
      message: `The file names ${outlined.length} sources; ${MOST_SOURCES} are imported at most.`,
      advice: 'Split it, and import what you read.',
    });
  const known = new Map(library.sources().map(source => [source.location, source.settings]));
  const followed: Parameters<Library['followAll']>[0][number][] = [];
  for (const {folder, location, title} of outlined) {
    const isFolder = location.startsWith('/');
    const address = isFolder ? undefined : webAddress(location);
    if (address === undefined && !(isFolder && allowsFolders)) {
      const message = isFolder
        ? `The folder ${location} was skipped.`
        : `${location} is not a web address and was skipped.`;
      problems.push({
        kind: 'unsafe',
        location,
        message,
        ...(isFolder && {advice: 'Use --folders to follow local folders that the file names.'}),
      });
      continue;
    }
    const where = address ?? locate(location);
    const settings = {...(title !== undefined && {name: title}), ...known.get(where)};
    known.set(where, settings);
    followed.push({location: where, isListed: true, settings, ...(folder !== undefined && {folder})});
  }
  library.followAll(followed);
  return {sources: followed.length, articles: 0, marks: 0, signups: 0};
}
