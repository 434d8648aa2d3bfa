import {generateOpml, parseOpml} from 'feedsmith';
import type {Opml} from 'feedsmith';
import {printableLine} from '../../domain/text/printable.ts';
import {ProblemError, type Problem} from '../../domain/problem.ts';
import {LONGEST_NAME, LONGEST_TEXT} from './measured.ts';

/** One source of an OPML file. */
export type Outlined = Readonly<{location: string; title?: string; homepage?: string; folder?: string}>;

/** The sources that a list names, and those that can't be followed. */
export type Listed = Readonly<{outlined: readonly Outlined[]; problems: readonly Problem[]}>;

type Outline = Opml.Outline<Date>;
type Read = NonNullable<NonNullable<ReturnType<typeof parseOpml>['body']>['outlines']>;

/** Sources of an OPML 1.0 or 2.0 document, with the names of the outlines they stand in as their folder. */
export function readOpml(text: string): Listed {
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
  const problems: Problem[] = [];
  return {outlined: [...sourcesOf(outlines, [], problems)], problems};
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

function* sourcesOf(outlines: Read, folders: readonly string[], problems: Problem[]): Iterable<Outlined> {
  for (const {outlines: inside, text, title, type, url, xmlUrl, htmlUrl, category} of outlines) {
    const name = printableLine((title || text || '').slice(0, LONGEST_NAME));
    const location = printableLine(
      xmlUrl ?? (/^(?:rss|atom|feed|include)$/i.test(type ?? '') ? (url ?? '') : ''),
    );
    const folder = (folders.length > 0 ? folders.join(' / ') : folderIn(category))?.slice(0, LONGEST_NAME);
    if (location !== '') {
      yield {
        location,
        ...(name && !isAddress(name) && {title: name}),
        ...(htmlUrl && {homepage: printableLine(htmlUrl)}),
        ...(folder && {folder}),
      };
    } else if (!inside?.length && (htmlUrl !== undefined || /^(?:rss|atom|feed)$/i.test(type ?? ''))) {
      problems.push(noAddress(name, htmlUrl));
    }
    if (inside && folders.length < DEEPEST)
      yield* sourcesOf(inside, name && location === '' ? [...folders, name] : folders, problems);
  }
}

/** OPML 2.0: "/Science/Space,/News"; the first is where the source lies. Some write plain words. */
function folderIn(category: string | undefined): string {
  const [first = ''] = (category ?? '').slice(0, LONGEST_TEXT).split(',');
  return first.split('/').map(printableLine).filter(Boolean).join(' / ');
}

/** A name that is only the address gives no name: the feed's own title comes with the first fetch. */
function isAddress(name: string): boolean {
  return /^(?:https?|feed):\/\//i.test(name);
}

function noAddress(name: string, homepage: string | undefined): Problem {
  const page = printableLine(homepage ?? '');
  return {
    kind: 'unsupported',
    message: `“${name || 'An outline without a name'}” names no feed and was skipped.`,
    ...(page && {location: page, advice: `Its site may have one: inkwell add ${page}`}),
  };
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
