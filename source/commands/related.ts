import {ProblemError} from '../domain/problem.ts';
import type {CommandContext} from '../command-line/table.ts';
import {EXIT} from '../runtime/exit.ts';
import {printListing} from '../output/print-listing.ts';
import {checkTemplate} from '../output/template.ts';

/** As many as stand below an article in the reader. */
const ENOUGH = 5;

/** `inkwell related`: what to read after an article of the library. */
export async function run({
  flags,
  options,
  output,
  ports,
  words,
}: CommandContext<'related'>): Promise<number> {
  checkTemplate(flags);
  const library = await ports.existingLibrary();
  const [word = ''] = words;
  const article = library?.article(word) ?? library?.articleByUrl(word);
  if (!library || !article)
    throw new ProblemError({
      kind: 'missing',
      message: `The library has no article with the id or address ${word}.`,
      advice: '"inkwell list" shows the ids of what you follow.',
    });
  const rows = library.related(article.id, flags.limit ?? ENOUGH);
  const ids = new Set(rows.map(({publicationId}) => publicationId));
  const publications = [...ids].flatMap(id => library.publication(id) ?? []);
  const shape = {json: flags.json, format: flags.format, locale: options.locale};
  await printListing({publications, rows, problems: []}, shape, output);
  if (rows.length === 0 && !flags.json) output.note(`Nothing in the library is like “${article.title}”.`);
  return EXIT.done;
}
