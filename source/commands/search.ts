import type {Context} from './context.ts';
import {EXIT} from './exit.ts';
import {printListing} from './print-listing.ts';
import {checkQuery} from './check-query.ts';
import {checkTemplate} from './template.ts';

/** Best matches first, and few enough to look at. */
const ENOUGH = 50;

/** `inkwell search`: the whole library, whatever is hidden or no longer followed included. */
export async function run({flags, options, output, ports, words}: Context<'search'>): Promise<number> {
  checkTemplate(flags.format);
  checkQuery(words.join(' '));
  const library = await ports.existingLibrary();
  const query = words.join(' ');
  const rows = library?.window({query, order: 'relevance'}, 0, flags.limit ?? ENOUGH).rows ?? [];
  const ids = new Set(rows.map(({publicationId}) => publicationId));
  const publications = library?.publications().filter(({id}) => ids.has(id)) ?? [];
  await printListing(
    {publications, rows, problems: []},
    {json: flags.json, format: flags.format, locale: options.locale},
    output,
  );
  if (rows.length === 0 && !flags.json)
    output.note(
      library
        ? `Nothing matches "${query}".`
        : 'The library is empty: add a source first, with "inkwell add".',
    );
  return EXIT.done;
}
