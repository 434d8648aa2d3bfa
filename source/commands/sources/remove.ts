import {withoutPassword} from '../../domain/publication/passwords.ts';
import {toProblem, type Problem} from '../../domain/problem.ts';
import type {CommandContext} from '../../command-line/table.ts';
import {expandWords} from '../../command-line/words.ts';
import {problemJson} from '../../output/listing.ts';
import {exitCode} from '../../runtime/exit.ts';
import {servicesOf} from '../../runtime/services.ts';
import {findSource} from '../../services/find-source.ts';
import {followConfigured, unfollow} from '../../services/follow.ts';

/** `inkwell remove`: stops following; "inkwell mark --undo" undoes it. */
export async function run(context: CommandContext<'remove'>): Promise<number> {
  const {flags, output, words} = context;
  const services = await servicesOf(context);
  const {library, options} = services;
  await followConfigured(library, options);
  const removed: {id: string; title: string; location: string}[] = [];
  const problems: Problem[] = [];
  for (const word of await expandWords(words)) {
    try {
      const {row, source} = findSource(library, word);
      unfollow(source.publicationId, services, () =>
        removed.push({id: row.id, title: row.title, location: withoutPassword(source.location)}),
      );
    } catch (error) {
      problems.push(toProblem(error, word));
    }
  }
  if (flags.json) await output.json({version: 1, removed, problems: problems.map(problemJson)});
  else for (const {title, location} of removed) await output.text(`Removed: ${title} ${location}\n`);
  for (const problem of flags.json ? [] : problems) output.problem(problem);
  return exitCode(problems, removed.length);
}
