import {existsSync} from 'node:fs';
import type {Newsletter} from '../domain/newsletter/newsletter.ts';
import {ProblemError} from '../domain/problem.ts';
import type {Publication} from '../domain/publication/publication.ts';
import {ask} from '../runtime/ask.ts';
import {chooseSources} from './chosen-sources.ts';
import type {Context} from '../runtime/context.ts';
import {findSource, followed} from './find-source.ts';
import {openNamed} from './open-named.ts';
import {settingsFor} from './settings-for.ts';

export type FoundNewsletter = Readonly<{
  publication: Publication;
  newsletter: Newsletter;
  /** The publication is in the library. */
  isKept: boolean;
}>;

/**
 * The newsletter of a source: what the reader configured, then what the publication says, then what its home page
 * offers. A publication without any has `none`: the wish is recorded.
 */
export async function findNewsletter(to: string | undefined, context: Context): Promise<FoundNewsletter> {
  const {options, ports, signal} = context;
  const {publication, isKept} =
    to === undefined ? await onlyPublication(context) : await publicationOf(to, context);
  const configured = (await settingsFor(to ?? publication.location, options)).newsletter;
  const said = configured ?? publication.newsletter;
  if (said && said.signup.kind !== 'none') return {publication, newsletter: said, isKept};
  const found = options.offline
    ? undefined
    : await (await ports.newsletters()).find(publication, signal).catch(() => undefined);
  if (found && isKept) (await ports.library()).keepNewsletter(publication.id, found);
  return {publication, newsletter: found ?? said ?? {promises: [], signup: {kind: 'none'}}, isKept};
}

type Found = Readonly<{publication: Publication; isKept: boolean}>;

/** A source that is followed, or one that is opened for this. */
async function publicationOf(to: string, context: Context): Promise<Found> {
  const library = await context.ports.existingLibrary();
  const isLocation = /^[a-z][a-z\d+.-]*:/i.test(to) || existsSync(to);
  try {
    if (library) return {publication: findSource(library, to).row, isKept: true};
  } catch (error) {
    if (!isLocation) throw error;
  }
  const {failures, loaded} = await openNamed([to], context);
  if (loaded[0]) return {publication: loaded[0].publication, isKept: false};
  throw new ProblemError(failures[0] ?? {kind: 'missing', message: `${to} could not be opened.`});
}

/** Without --to: the one publication there is, or the one that is chosen at the terminal. */
async function onlyPublication(context: Context): Promise<Found> {
  const chosen = await chooseSources([], context);
  const all: readonly Found[] =
    chosen.kind === 'library'
      ? followed(await context.ports.library()).map(({row}) => ({publication: row, isKept: true}))
      : (await openNamed(chosen.locations, context)).loaded.map(({publication}) => ({
          publication,
          isKept: false,
        }));
  if (all.length === 1 && all[0]) return all[0];
  for (const [index, {publication}] of all.entries())
    context.output.note(`${index + 1}  ${publication.title}`);
  const answer = Number(await ask('The number of the publication (or --to)', undefined, context.output));
  const picked = all[answer - 1];
  if (!picked)
    throw new ProblemError({
      kind: 'missing',
      message: 'No publication has that number.',
      advice: 'Name it with --to.',
    });
  return picked;
}
