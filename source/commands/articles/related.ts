import type {CommandContext} from '../../command-line/table.ts';
import {printListing} from '../../output/print-listing.ts';
import {checkTemplate} from '../../output/template.ts';
import {EXIT} from '../../runtime/exit.ts';
import {relatedArticles} from '../../services/search.ts';

/** `inkwell related`: articles to read after one of the library. */
export async function run({
  flags,
  options,
  output,
  ports,
  words,
}: CommandContext<'related'>): Promise<number> {
  checkTemplate(flags);
  const library = await ports.existingLibrary();
  const {article, rows, listing} = relatedArticles(library, words[0] ?? '', flags.limit);
  await printListing(listing, {json: flags.json, format: flags.format, locale: options.locale}, output);
  if (rows.length === 0 && !flags.json)
    output.note(`Nothing in the library is related to “${article.title}”.`);
  return EXIT.done;
}
