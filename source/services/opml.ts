import {generateOpml, parseOpml} from 'feedsmith';
import type {Opml} from 'feedsmith';
import {printableLine} from '../domain/text/printable.ts';
import {ProblemError} from '../domain/problem.ts';

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
      message: `This is no OPML that can be read: ${printableLine((error as Error).message)}.`,
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
