import type {Library} from '../ports/library.ts';
import {toProblem, type Problem} from '../domain/problem.ts';
import type {Source, SourceSettings} from '../domain/publication/source.ts';
import {expand} from '../services/chosen-sources.ts';
import type {CommandContext} from '../command-line/table.ts';
import {EXIT} from '../runtime/exit.ts';
import {problemJson} from '../output/listing.ts';
import {failureOf} from '../runtime/failure-of.ts';
import {followable} from '../services/followable.ts';
import {counted} from '../output/counted.ts';

type Added = Readonly<{id: string; title: string; location: string; articles: number; wasFollowed: boolean}>;

/** `inkwell add`: each source is opened once before it is followed, so that a mistyped address is not kept. */
export async function run(context: CommandContext<'add'>): Promise<number> {
  const {flags, output, ports, words} = context;
  const library = await ports.library();
  const added: Added[] = [];
  const problems: Problem[] = [];
  for (const location of await expand(words)) {
    try {
      output.progress(`Reading ${location}`);
      added.push(await add(location, library, context));
    } catch (error) {
      problems.push(toProblem(error, location));
    }
  }
  output.progress(undefined);
  if (flags.json) await output.json({version: 1, added, problems: problems.map(problemJson)});
  else for (const line of added.map(sentence)) await output.text(`${line}\n`);
  for (const problem of flags.json ? [] : problems)
    output.problem({...problem, advice: problem.advice ?? 'It was not added; --force adds it anyway.'});
  return problems.length === 0 ? EXIT.done : added.length > 0 ? EXIT.partly : failureOf(problems);
}

async function add(
  location: string,
  library: Library,
  {flags, options, ports, signal}: CommandContext<'add'>,
): Promise<Added> {
  const settings: SourceSettings = flags.name === undefined ? {} : {name: flags.name};
  const where = followable(location);
  const ingest = await ports.ingest();
  const known = library.sources().find(source => source.location === where);
  const wasFollowed = known !== undefined && library.publication(known.publicationId)?.isListed === true;
  const how = {
    isListed: true,
    settings: {...known?.settings, ...settings},
    ...(flags.folder !== undefined && {folder: flags.folder}),
  };
  const source = options.offline
    ? library.follow(where, how)
    : await ingest.follow(where, how, signal).catch(followAnyway);
  const row = library.publication(source.publicationId);
  return {
    id: source.publicationId,
    title: row?.title ?? location,
    location,
    articles: row?.total ?? 0,
    wasFollowed,
  };

  function followAnyway(error: unknown): Source {
    if (!flags.force) throw error;
    return library.follow(where, how);
  }
}

function sentence({articles, location, title, wasFollowed}: Added): string {
  return `${wasFollowed ? 'Already followed' : 'Added'}: ${title} (${counted(articles, 'article')}) ${location === title ? '' : location}`.trimEnd();
}
