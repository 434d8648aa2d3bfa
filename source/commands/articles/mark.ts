import type {CommandContext} from '../../command-line/table.ts';
import {checkQuery, expandWords} from '../../command-line/words.ts';
import {counted} from '../../output/counted.ts';
import {EXIT, Misuse} from '../../runtime/exit.ts';
import {servicesOf} from '../../runtime/services.ts';
import {idsToMark, mark, undoneSentence} from '../../services/mark.ts';

/** `inkwell mark`: marks articles. Each run is one act and can be undone. */
export async function run(context: CommandContext<'mark'>): Promise<number> {
  const {flags, output, words} = context;
  const services = await servicesOf(context);
  const {library} = services;
  if (flags.undo) {
    const undone = library.undo();
    if (flags.json) await output.json({version: 1, undone: undone?.description, ids: undone?.ids ?? []});
    else output.note(undoneSentence(undone?.description));
    return EXIT.done;
  }
  const change = {
    ...(flags.read !== undefined && {isRead: flags.read}),
    ...(flags.star !== undefined && {isStarred: flags.star}),
  };
  if (Object.keys(change).length === 0)
    throw new Misuse('Missing: --read, --no-read, --star, --no-star or --undo.');
  checkQuery(flags.query);
  if (words.length === 0 && flags.query === undefined)
    throw new Misuse('Missing: ids of articles, or --query.');
  const ids = idsToMark(library, await expandWords(words), flags.query);
  mark(ids, change, services, {onWritten: () => {}});
  if (flags.json) await output.json({version: 1, marked: ids.length, ids});
  else output.note(`Marked ${counted(ids.length, 'article')}.`);
  return EXIT.done;
}
