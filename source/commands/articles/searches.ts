import type {CommandContext} from '../../command-line/table.ts';
import {checkQuery} from '../../command-line/words.ts';
import {EXIT} from '../../runtime/exit.ts';
import {withoutPassword} from '../../domain/publication/passwords.ts';
import {savedSearch} from '../../services/search.ts';

/** `inkwell searches`: lists saved searches; with a name prints one, with a query saves one. */
export async function run({flags, output, ports, words}: CommandContext<'searches'>): Promise<number> {
  const [name, ...parts] = words;
  const query = parts.join(' ');
  checkQuery(query, output);
  if (name !== undefined && (query !== '' || flags.forget)) {
    const library = await ports.library();
    if (flags.forget) savedSearch(library, name);
    library.saveQuery(name, flags.forget ? undefined : query);
    if (!flags.json) {
      output.note(flags.forget ? `Deleted: ${name}` : `Saved: ${name}`);
      return EXIT.done;
    }
  }
  const library = await ports.existingLibrary();
  const saved = library?.savedQueries() ?? [];
  if (flags.json) await output.json({version: 1, searches: saved});
  else if (name !== undefined) await output.text(`${withoutPassword(savedSearch(library, name))}\n`);
  else
    for (const each of saved)
      await output.text(`${each.name}${output.isSpoken ? ': ' : '\t'}${withoutPassword(each.query)}\n`);
  if (saved.length === 0 && !flags.json) output.note('No search is saved yet.');
  return EXIT.done;
}
