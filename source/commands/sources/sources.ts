import {withoutPassword} from '../../domain/publication/passwords.ts';
import type {CommandContext} from '../../command-line/table.ts';
import {EXIT} from '../../runtime/exit.ts';
import {followed, type Followed} from '../../services/find-source.ts';
import {followConfigured} from '../../services/follow.ts';
import {problemJson} from '../../output/listing.ts';
import type {Output} from '../../output/output.ts';

/** `inkwell sources`: what is followed, with counts and how the last fetch went. */
export async function run(context: CommandContext<'sources'>): Promise<number> {
  const {flags, options, output, ports} = context;
  const library = options.sources.length > 0 ? await ports.library() : await ports.existingLibrary();
  if (library) await followConfigured(library, context.options);
  const all = library ? followed(library) : [];
  if (flags.json) {
    await output.json({version: 1, sources: all.map(sourceJson)});
    return EXIT.done;
  }
  let folder: string | undefined;
  for (const each of all.toSorted((a, b) => byName(a.row.folder ?? '', b.row.folder ?? ''))) {
    if (each.row.folder !== folder && each.row.folder !== undefined)
      await output.text(`${each.row.folder}\n`);
    folder = each.row.folder;
    await output.text(`${entry(each, output)}\n`);
  }
  if (all.length === 0) output.note('You follow nothing yet. "inkwell add SOURCE" changes that.');
  return EXIT.done;
}

export function sourceJson({row, source}: Followed): object {
  return {
    id: row.id,
    title: row.title,
    location: withoutPassword(source.location),
    feedUrl: source.feedUrl && withoutPassword(source.feedUrl),
    homepage: row.homepage,
    folder: row.folder,
    account: row.account,
    total: row.total,
    unread: row.unread,
    isHidden: row.isHidden,
    isMuted: row.isMuted,
    fetchedAt: source.fetchedAt,
    dueAt: source.dueAt,
    failures: source.failures,
    problem: row.problem && problemJson(row.problem),
  };
}

function entry({row, source}: Followed, output: Output): string {
  const facts = [
    `${row.unread} of ${row.total} unread`,
    source.fetchedAt ? `fetched ${source.fetchedAt.slice(0, 16).replace('T', ' ')}` : 'not fetched yet',
    row.account && `at ${row.account}`,
    row.isHidden && 'hidden',
    row.isMuted && 'muted',
  ];
  return output.entry([
    row.title,
    withoutPassword(source.location),
    output.facts(facts),
    row.problem?.message,
  ]);
}

/** Comparing by language takes 10 ms for the first pair, and most have no folder. */
function byName(one: string, other: string): number {
  return one === other ? 0 : one.localeCompare(other);
}
