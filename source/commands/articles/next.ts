import {ProblemError, toProblem, type Problem} from '../../domain/problem.ts';
import type {View} from '../../domain/query/view.ts';
import type {CommandContext} from '../../command-line/table.ts';
import {checkQuery, expandWords} from '../../command-line/words.ts';
import {printArticle, usualFormat} from '../../output/print-article.ts';
import {EXIT} from '../../runtime/exit.ts';
import {readingServicesOf} from '../../runtime/services.ts';
import {storedText, wholeText} from '../../services/article-text.ts';
import type {ReadingServices} from '../../services/context.ts';
import {findSource} from '../../services/find-source.ts';
import {mark} from '../../services/mark.ts';

/** `inkwell next`: the newest unread article, which is then marked as read unless --keep is given. */
export async function run(context: CommandContext<'next'>): Promise<number> {
  const {flags, output, words} = context;
  checkQuery(flags.query, output);
  const services = await readingServicesOf(context);
  const {library} = services;
  const names = await expandWords(words);
  const publications = library ? names.map(word => findSource(library, word).row.id) : [];
  const view: View = {query: flags.query ?? '', ...(publications.length > 0 && {publications})};
  const row = library?.nextUnread(view, undefined);
  const text = library && row && storedText(library, row.id);
  const publication = row && library?.publication(row.publicationId);
  if (!row || !text || !publication) {
    throw new ProblemError({
      kind: 'missing',
      message: 'Nothing is unread.',
      advice: '"inkwell refresh" fetches what is new.',
    });
  }
  const {format = usualFormat(context), width} = flags;
  const problems = flags.keep ? [] : markRead(row.id, services);
  if (format === 'id' || format === 'url')
    await output.text(`${format === 'id' ? row.id : (row.url ?? row.path ?? row.id)}\n`);
  else {
    const markdown = await wholeText(text, services, context.signal);
    await printArticle({article: row, publication, markdown}, {format, width, problems}, library, context);
  }
  // A loop over "inkwell next" ends by the exit code when nothing can be marked.
  for (const problem of problems) output.problem(problem);
  return problems.length === 0 ? EXIT.done : EXIT.failed;
}

function markRead(id: string, {library, writes}: ReadingServices): readonly Problem[] {
  try {
    if (library) mark([id], {isRead: true}, {library, writes}, {onWritten: () => {}});
    return [];
  } catch (error) {
    return [toProblem(error)];
  }
}
