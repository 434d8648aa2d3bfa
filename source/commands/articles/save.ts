import {toProblem, type Problem} from '../../domain/problem.ts';
import type {CommandContext} from '../../command-line/table.ts';
import {expandWords} from '../../command-line/words.ts';
import {problemJson} from '../../output/listing.ts';
import {exitCode} from '../../runtime/exit.ts';
import {servicesOf} from '../../runtime/services.ts';
import {savePage, type SavedPage} from '../../services/save-page.ts';

/** `inkwell save`: saves pages on the shelf "Saved". */
export async function run(context: CommandContext<'save'>): Promise<number> {
  const {flags, output, signal, words} = context;
  const services = await servicesOf(context);
  const saved: SavedPage[] = [];
  const problems: Problem[] = [];
  for (const word of await expandWords(words)) {
    output.progress(`Reading ${word}`);
    try {
      const page = await savePage(word, services, signal);
      saved.push(page);
      if (page.problem) problems.push({advice: ADDRESS_ONLY, ...page.problem});
    } catch (error) {
      signal.throwIfAborted();
      problems.push(toProblem(error, word));
    }
  }
  output.progress(undefined);
  if (flags.json)
    await output.json({version: 1, saved: saved.map(pageJson), problems: problems.map(problemJson)});
  else for (const page of saved) await output.text(`${savedSentence(page)}\n`);
  for (const problem of flags.json ? [] : problems) output.problem(problem);
  return exitCode(problems, saved.filter(({problem}) => !problem).length);
}

const ADDRESS_ONLY = 'Its address is saved; the text is fetched when you open it or save it again.';

function savedSentence({article: {title, id}, wasSaved, problem}: SavedPage): string {
  const what = problem ? 'Saved the address' : wasSaved ? 'Already saved' : 'Saved';
  return `${what}: ${title} (${id})`;
}

function pageJson({article: {id, title, url, isPartial}, wasSaved}: SavedPage): object {
  return {id, title, url, isPartial, wasSaved};
}
