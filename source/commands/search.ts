import type {CommandContext} from '../command-line/table.ts';
import {EXIT} from '../runtime/exit.ts';
import {printListing} from '../output/print-listing.ts';
import {checkQuery} from '../command-line/check-query.ts';
import {checkTemplate} from '../output/template.ts';

/** Best matches first, and few enough to look at. */
const ENOUGH = 50;

/** `inkwell search`: the whole library, whatever is hidden or no longer followed included. */
export async function run({flags, options, output, ports, words}: CommandContext<'search'>): Promise<number> {
  const query = words.join(' ');
  checkTemplate(flags);
  checkQuery(query);
  const library = await ports.existingLibrary();
  const found = library?.search(query, flags.limit ?? ENOUGH) ?? [];
  const rows = found.map(({row, snippet}) => ({...row, ...(snippet !== '' && {snippet})}));
  const ids = new Set(rows.map(({publicationId}) => publicationId));
  const publications = [...ids].flatMap(id => library?.publication(id) ?? []);
  const shape = {json: flags.json, format: flags.format, locale: options.locale};
  await printListing({publications, rows, problems: []}, shape, output);
  if (rows.length > 0 || flags.json) return EXIT.done;
  output.note(
    library ? `Nothing matches "${query}".` : 'The library is empty: "inkwell add SOURCE" begins one.',
  );
  return EXIT.done;
}
