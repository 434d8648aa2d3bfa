import type {Context} from './context.ts';
import {EXIT} from './exit.ts';
import {followed} from './find-source.ts';
import {followPreferences} from './follow-configured.ts';

/** `inkwell export`: the sources as OPML, or with --state everything as JSON lines. */
export async function run(context: Context<'export'>): Promise<number> {
  const {flags, options, output, ports} = context;
  const library = options.sources.length > 0 ? await ports.library() : await ports.existingLibrary();
  if (library) await followPreferences(library, context);
  if (flags.state) {
    if (library) for (const line of library.exportState()) await output.json(line);
    return EXIT.done;
  }
  const {writeOpml} = await import('./opml.ts');
  const sources = (library ? followed(library) : []).map(({row, source}) => ({
    location: source.location,
    title: row.title,
    ...(row.homepage !== undefined && {homepage: row.homepage}),
    ...(row.folder !== undefined && {folder: row.folder}),
  }));
  await output.text(writeOpml(sources, new Date()));
  return EXIT.done;
}
