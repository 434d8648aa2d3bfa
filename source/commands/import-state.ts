import type {Library} from '../app/ports.ts';
import type {ArticleWithBody} from '../domain/article.ts';
import {ProblemError} from '../domain/problem.ts';
import type {StateLine} from './state-lines.ts';

export type Imported = {sources: number; articles: number; marks: number; signups: number};

type Lines<Kind extends StateLine['kind']> = Extract<StateLine, {kind: Kind}>;

/** Takes in what `inkwell export --state` wrote; what the library has of its own stays. */
export function importState(text: string, library: Library): Imported {
  const imported: Imported = {sources: 0, articles: 0, marks: 0, signups: 0};
  let publication: Lines<'publication'> | undefined;
  let articles: Lines<'article'>[] = [];
  const finish = () => {
    if (publication) takeIn(publication, articles, library, imported);
    articles = [];
  };
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const entry = read(line, index + 1);
    if (index === 0 && (entry.kind !== 'inkwell' || entry.version !== 1))
      throw wrong(1, 'it was not written by "inkwell export --state", or by a later Inkwell');
    if (entry.kind === 'article') articles.push(entry);
    if (entry.kind !== 'publication') continue;
    finish();
    publication = entry;
  }
  finish();
  takeInRest(text, library, imported);
  return imported;
}

function takeIn(
  {publication, source}: Lines<'publication'>,
  articles: readonly Lines<'article'>[],
  library: Library,
  imported: Imported,
): void {
  const {folder, id, isHidden, isListed, isMuted, location} = publication;
  const followed = library.follow(source?.location ?? location, {
    isListed,
    ...(source && {settings: source.settings}),
    ...(folder !== undefined && {folder}),
  });
  if (followed.publicationId !== id)
    throw wrong(0, `the publication ${publication.title} has an id that does not go with its location`);
  library.arrange(id, {isHidden, isMuted});
  imported.sources += Number(isListed);
  if (articles.length === 0) return;
  library.store(id, {
    kind: 'loaded',
    publication,
    articles: articles.map(({article, body}): ArticleWithBody => ({
      article,
      body: body ?? {format: 'text', content: ''},
    })),
    validators: source?.validators ?? {},
    ...(source?.feedUrl !== undefined && {feedUrl: source.feedUrl}),
    ...(source?.dueAt !== undefined && {dueAt: source.dueAt}),
    warnings: [],
  });
  imported.articles += articles.length;
  for (const {article, markdown, marks} of articles) {
    if (markdown !== undefined) library.keepMarkdown(article.id, markdown);
    if (marks.progress > 0 || marks.readingPosition)
      library.keepPosition(article.id, marks.readingPosition ?? {block: 0, offset: 0}, marks.progress);
  }
  const read = articles.filter(({marks}) => marks.isRead).map(({article}) => article.id);
  const starred = articles.filter(({marks}) => marks.isStarred).map(({article}) => article.id);
  if (read.length > 0) library.mark(read, {isRead: true});
  if (starred.length > 0) library.mark(starred, {isStarred: true});
  imported.marks += read.length + starred.length;
}

/** Oldest sign-up first, so that their numbers keep their order. What is there already is not doubled. */
function takeInRest(text: string, library: Library, imported: Imported): void {
  const known = new Set(library.signups().map(({at, publicationId}) => `${publicationId} ${at}`));
  const entries = text
    .split('\n')
    .flatMap((line, index) => (/^\{"kind":"(?:signup|query)"/.test(line) ? [read(line, index + 1)] : []));
  for (const entry of entries.toReversed()) {
    if (entry.kind === 'query') library.saveQuery(entry.name, entry.query);
    if (entry.kind !== 'signup' || known.has(`${entry.signup.publicationId} ${entry.signup.at}`)) continue;
    const {id: _id, ...signup} = entry.signup;
    library.recordSignup(signup);
    imported.signups++;
  }
}

function read(line: string, number: number): StateLine {
  try {
    const entry = JSON.parse(line) as StateLine;
    if (typeof entry === 'object' && entry !== null && typeof entry.kind === 'string') return entry;
  } catch {}
  throw wrong(number, 'it is no JSON object with a "kind"');
}

function wrong(line: number, reason: string): ProblemError {
  return new ProblemError({
    kind: 'malformed',
    message:
      line > 0 ? `Line ${line} can't be imported: ${reason}.` : `The file can't be imported: ${reason}.`,
    advice: 'What stood before it was taken in; importing again does no harm.',
  });
}
