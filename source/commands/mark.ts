import type {Library} from '../ports/library.ts';
import {ProblemError} from '../domain/problem.ts';
import {expand} from '../services/chosen-sources.ts';
import type {CommandContext} from '../command-line/table.ts';
import {EXIT, Misuse} from '../runtime/exit.ts';
import {checkQuery} from '../command-line/check-query.ts';
import {counted} from '../output/counted.ts';

/** `inkwell mark`: the acts of the reader's keys, for scripts. Each run is one act and can be undone. */
export async function run({flags, output, ports, words}: CommandContext<'mark'>): Promise<number> {
  const library = await ports.library();
  if (flags.undo) return await undo(library, flags.json ?? false, output);
  const change = {
    ...(flags.read !== undefined && {isRead: flags.read}),
    ...(flags.star !== undefined && {isStarred: flags.star}),
  };
  if (Object.keys(change).length === 0)
    throw new Misuse('Say what to do: --read, --no-read, --star, --no-star or --undo.');
  checkQuery(flags.query);
  if (words.length === 0 && flags.query === undefined)
    throw new Misuse('Say which articles: ids, or --query.');
  const ids = [
    ...new Set([
      ...known(library, await expand(words)),
      ...(flags.query === undefined ? [] : matching(library, flags.query)),
    ]),
  ];
  if (ids.length > 0) library.mark(ids, change);
  if (flags.json) await output.json({version: 1, marked: ids.length, ids});
  else output.note(`Marked ${counted(ids.length, 'article')}.`);
  return EXIT.done;
}

async function undo(
  library: Library,
  isJson: boolean,
  output: CommandContext<'mark'>['output'],
): Promise<number> {
  const undone = library.undo();
  if (isJson) await output.json({version: 1, undone: undone?.description, ids: undone?.ids ?? []});
  else output.note(undone ? `Taken back: ${undone.description}` : 'There is nothing to undo.');
  return EXIT.done;
}

function known(library: Library, ids: readonly string[]): readonly string[] {
  const unknown = ids.find(id => !library.article(id));
  if (unknown === undefined) return ids;
  throw new ProblemError({
    kind: 'missing',
    message: `The library has no article with the id ${unknown}.`,
    advice: '"inkwell list" shows the ids. Nothing was marked.',
  });
}

function matching(library: Library, query: string): readonly string[] {
  const {total} = library.window({query}, 0, 0);
  return library.window({query}, 0, total).rows.map(({id}) => id);
}
