import {ProblemError} from '../domain/problem.ts';
import {checkQuery} from '../command-line/check-query.ts';
import type {CommandContext} from '../command-line/table.ts';
import {EXIT} from '../runtime/exit.ts';

/** `inkwell searches`: those that were kept; with a name one of them, with a query behind it that is kept. */
export async function run({flags, output, ports, words}: CommandContext<'searches'>): Promise<number> {
  const [name, ...parts] = words;
  const query = parts.join(' ');
  checkQuery(query);
  if (name !== undefined && (query !== '' || flags.forget)) {
    const library = await ports.library();
    if (flags.forget) known(name, library.savedQueries());
    library.saveQuery(name, flags.forget ? undefined : query);
    if (!flags.json) {
      output.note(flags.forget ? `Forgotten: ${name}` : `Kept: ${name}`);
      return EXIT.done;
    }
  }
  const kept = (await ports.existingLibrary())?.savedQueries() ?? [];
  if (flags.json) await output.json({version: 1, searches: kept});
  else if (name !== undefined) await output.text(`${known(name, kept)}\n`);
  else for (const each of kept) await output.text(`${each.name}\t${each.query}\n`);
  if (kept.length === 0 && !flags.json) output.note('No search is kept yet.');
  return EXIT.done;
}

function known(name: string, kept: readonly {name: string; query: string}[]): string {
  const found = kept.find(each => each.name.toLowerCase() === name.toLowerCase());
  if (found) return found.query;
  throw new ProblemError({
    kind: 'missing',
    message: `No search is kept as "${name}".`,
    advice: '"inkwell searches" shows those that are.',
  });
}
