import type {CommandContext} from '../../command-line/table.ts';
import {checkQuery} from '../../command-line/words.ts';
import {printListing} from '../../output/print-listing.ts';
import {checkTemplate} from '../../output/template.ts';
import {EXIT} from '../../runtime/exit.ts';
import {searchLibrary} from '../../services/search.ts';

/** `inkwell search`: searches the whole library, hidden and unfollowed publications included. */
export async function run({flags, options, output, ports, words}: CommandContext<'search'>): Promise<number> {
  const query = words.join(' ');
  checkTemplate(flags);
  checkQuery(query, output);
  const library = await ports.existingLibrary();
  const {rows, listing} = searchLibrary(library, query, flags.limit);
  await printListing(listing, {json: flags.json, format: flags.format, locale: options.locale}, output);
  if (rows.length === 0 && !flags.json)
    output.note(
      library
        ? `Nothing matches "${query}".`
        : 'The library is empty. "inkwell add SOURCE" follows a source.',
    );
  return EXIT.done;
}
