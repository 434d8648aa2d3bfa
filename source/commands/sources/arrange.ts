import type {Library} from '../../ports/library.ts';
import {expandWords} from '../../command-line/words.ts';
import type {CommandContext} from '../../command-line/table.ts';
import {EXIT, Misuse} from '../../runtime/exit.ts';
import {findSource, type Followed} from '../../services/find-source.ts';
import {followConfigured} from '../../services/follow.ts';
import {sourceJson} from './sources.ts';

/**
 * `inkwell arrange`: what the keys of the publications' screen do, for scripts. All sources are found before
 * any is changed.
 */
export async function run(context: CommandContext<'arrange'>): Promise<number> {
  const {flags, output, ports, words} = context;
  const {hide, mute, folder, name, place} = flags;
  const change = {
    ...(hide !== undefined && {isHidden: hide}),
    ...(mute !== undefined && {isMuted: mute}),
    ...(folder !== undefined && {folder}),
    ...(name !== undefined && {name}),
  };
  if (Object.keys(change).length === 0 && place === undefined)
    throw new Misuse('Missing: --hide, --mute, --folder, --name or --place.');
  const library = await ports.library();
  await followConfigured(library, context.options);
  const found = (await expandWords(words)).map(word => findSource(library, word));
  if (name !== undefined && found.length > 1) throw new Misuse('--name goes with one source.');
  for (const {row} of found) library.arrange(row.id, change);
  if (place !== undefined) putAt(place, found, library);
  const sources = found.map(({row}) => findSource(library, row.id));
  if (flags.json) await output.json({version: 1, sources: sources.map(sourceJson)});
  else for (const {row} of sources) output.note(`Arranged: ${row.title}`);
  return EXIT.done;
}

/** They stand together, the first of them at this place, from 1. */
function putAt(place: number, found: readonly Followed[], library: Library): void {
  const moved = found.map(({row}) => row.id);
  const others = library
    .publications()
    .filter(({id, isListed}) => isListed && !moved.includes(id))
    .map(({id}) => id);
  library.reorder(others.toSpliced(place - 1, 0, ...moved));
}
