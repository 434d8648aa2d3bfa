import type {CommandContext} from '../../command-line/table.ts';
import {checkQuery, expandWords} from '../../command-line/words.ts';
import {counted} from '../../output/counted.ts';
import {EXIT, Misuse} from '../../runtime/exit.ts';
import {servicesOf} from '../../runtime/services.ts';
import {restoreRules} from '../../services/rules.ts';
import type {Services} from '../../services/context.ts';
import {listedView} from '../../services/list.ts';
import {idsToMark, mark, markAllRead, unreadIn} from '../../services/mark.ts';
import {undoneSentence} from '../../services/undo/undo.ts';

/** `inkwell mark`: marks articles. Each run is one act and can be undone. */
export async function run(context: CommandContext<'mark'>): Promise<number> {
  const {flags, output, words} = context;
  const services = await servicesOf(context);
  const {library} = services;
  if (flags.undo) {
    const undone = library.undo();
    await restoreRules(services);
    if (flags.json) await output.json({version: 1, undone: undone?.description, ids: undone?.ids ?? []});
    else output.note(undoneSentence(undone?.description));
    return EXIT.done;
  }
  const change = {
    ...(flags.read !== undefined && {isRead: flags.read}),
    ...(flags.star !== undefined && {isStarred: flags.star}),
  };
  if (flags.above !== undefined || flags.below !== undefined) return await markPart(context, services);
  if (Object.keys(change).length === 0)
    throw new Misuse('Missing: --read, --no-read, --star, --no-star or --undo.');
  checkQuery(flags.query, output);
  if (words.length === 0 && flags.query === undefined)
    throw new Misuse('Missing: ids of articles, or --query.');
  const ids = idsToMark(library, await expandWords(words), flags.query);
  mark(ids, change, services, {onWritten: () => {}});
  if (flags.json) await output.json({version: 1, marked: ids.length, ids});
  else output.note(`Marked ${counted(ids.length, 'article')}.`);
  return EXIT.done;
}

/** A part of the list of everything, or of what matches a query. */
async function markPart(
  {flags, output, words, options}: CommandContext<'mark'>,
  services: Services,
): Promise<number> {
  const {above, below, query = ''} = flags;
  const id = above ?? below;
  if (!flags.read || flags.star !== undefined || id === undefined || words.length > 0 || (above && below))
    throw new Misuse('--above ID and --below ID go with --read and --query, one of them at a time.');
  checkQuery(flags.query, output);
  const view = {...listedView(services.library, options.order), query};
  const part = {side: above === undefined ? 'below' : 'above', id} as const;
  const ids = unreadIn(services.library, view, part);
  markAllRead({view, part}, services, {onChanged: () => {}, onDone: () => {}});
  if (flags.json) await output.json({version: 1, marked: ids.length, ids});
  else output.note(`Marked ${counted(ids.length, 'article')}.`);
  return EXIT.done;
}
