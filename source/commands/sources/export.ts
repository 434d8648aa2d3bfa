import type {Library} from '../../ports/library.ts';
import type {CommandContext} from '../../command-line/table.ts';
import {isFetchable} from '../../domain/publication/location.ts';
import {withoutPassword} from '../../domain/publication/passwords.ts';
import {EXIT} from '../../runtime/exit.ts';
import {followed} from '../../services/find-source.ts';
import {followConfigured} from '../../services/follow.ts';
import {exportState, withoutSecrets} from '../../services/exchange/state-file.ts';

/** `inkwell export`: the sources as OPML, or with --state everything as JSON lines. */
export async function run(context: CommandContext<'export'>): Promise<number> {
  const {flags, options, output, ports} = context;
  const library = options.sources.length > 0 ? await ports.library() : await ports.existingLibrary();
  if (library) await followConfigured(library, context.options);
  if (flags.state) return await printState(library, context);
  const {writeOpml} = await import('../../services/exchange/opml.ts');
  const all = (library ? followed(library) : []).filter(({source: {location}}) => isFetchable({location}));
  const sources = all.map(({row, source}) => ({
    location: flags.secrets ? source.location : withoutPassword(source.location),
    title: row.title,
    ...(row.homepage !== undefined && {homepage: row.homepage}),
    ...(row.folder !== undefined && {folder: row.folder}),
  }));
  await output.text(writeOpml(sources, new Date()));
  return EXIT.done;
}

async function printState(
  library: Library | undefined,
  {flags, output, preferences}: CommandContext<'export'>,
): Promise<number> {
  let left = 0;
  for (const line of exportState(library, preferences.values)) {
    const shown = flags.secrets ? line : withoutSecrets(line);
    if (shown !== line) left++;
    await output.json(shown, {secrets: flags.secrets ?? false});
  }
  if (left > 0)
    output.note(
      'Passwords, headers of sources and your own address were left out; --secrets exports them too.',
    );
  return EXIT.done;
}
