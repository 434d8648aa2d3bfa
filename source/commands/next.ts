import type {View} from '../domain/query/view.ts';
import {ProblemError, toProblem, type Problem} from '../domain/problem.ts';
import type {Library} from '../ports/library.ts';
import {expand} from '../services/chosen-sources.ts';
import type {CommandContext} from '../command-line/table.ts';
import {EXIT} from '../runtime/exit.ts';
import {findSource} from '../services/find-source.ts';
import {printArticle, usualFormat} from '../output/print-article.ts';
import {checkQuery} from '../command-line/check-query.ts';
import {wholeText} from './read.ts';

/** `inkwell next`: the newest unread article, which then counts as read unless --keep says otherwise. */
export async function run(context: CommandContext<'next'>): Promise<number> {
  const {flags, output, ports, words} = context;
  checkQuery(flags.query);
  const library = await ports.existingLibrary();
  const publications = library ? (await expand(words)).map(word => findSource(library, word).row.id) : [];
  const view: View = {query: flags.query ?? '', ...(publications.length > 0 && {publications})};
  const row = library?.nextUnread(view, undefined);
  const body = row && library?.body(row.id);
  const publication = row && library?.publication(row.publicationId);
  if (!library || !row || !body || !publication) {
    throw new ProblemError({
      kind: 'missing',
      message: 'Nothing is unread.',
      advice: '"inkwell refresh" fetches what is new.',
    });
  }
  const {format = usualFormat(context), width} = flags;
  const problems = flags.keep ? [] : markRead(library, row.id);
  if (format === 'id' || format === 'url')
    await output.text(`${format === 'id' ? row.id : (row.url ?? row.path ?? row.id)}\n`);
  else {
    const markdown = await wholeText({article: row, publication, body, isKept: true}, context);
    await printArticle({article: row, publication, markdown}, {format, width, problems}, library, context);
  }
  // Printed all the same: who asks for the next one in a loop gets out of it by the exit code.
  for (const problem of problems) output.problem(problem);
  return problems.length === 0 ? EXIT.done : EXIT.failed;
}

function markRead(library: Library, id: string): readonly Problem[] {
  try {
    library.mark([id], {isRead: true});
    return [];
  } catch (error) {
    return [toProblem(error)];
  }
}
