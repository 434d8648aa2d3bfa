import {toProblem, type Problem} from '../domain/problem.ts';
import {expand} from '../services/chosen-sources.ts';
import type {CommandContext} from '../command-line/table.ts';
import {EXIT} from '../runtime/exit.ts';
import {failureOf} from '../runtime/failure-of.ts';
import {findSource} from '../services/find-source.ts';
import {problemJson} from '../output/listing.ts';
import {followPreferences} from '../services/follow-configured.ts';

/** `inkwell remove`: stops following; what was kept comes back with "inkwell mark --undo". */
export async function run(context: CommandContext<'remove'>): Promise<number> {
  const {flags, output, ports, words} = context;
  const library = await ports.library();
  await followPreferences(library, context);
  const removed: {id: string; title: string; location: string}[] = [];
  const problems: Problem[] = [];
  for (const word of await expand(words)) {
    try {
      const {row, source} = findSource(library, word);
      library.unfollow(source.publicationId);
      removed.push({id: row.id, title: row.title, location: source.location});
    } catch (error) {
      problems.push(toProblem(error, word));
    }
  }
  if (flags.json) await output.json({version: 1, removed, problems: problems.map(problemJson)});
  else for (const {title, location} of removed) await output.text(`Removed: ${title} ${location}\n`);
  for (const problem of flags.json ? [] : problems) output.problem(problem);
  return problems.length === 0 ? EXIT.done : removed.length > 0 ? EXIT.partly : failureOf(problems);
}
