import {chooseSources} from '../services/chosen-sources.ts';
import type {CommandContext} from '../command-line/table.ts';
import {Misuse} from '../runtime/exit.ts';
import {listLibrary} from '../services/list-library.ts';
import {listNamed} from '../services/list-named.ts';
import {printListing} from '../output/print-listing.ts';
import {checkQuery} from '../command-line/check-query.ts';
import {checkTemplate} from '../output/template.ts';

/** `inkwell list`: what the named sources have, or what the library has. */
export async function run(context: CommandContext<'list'>): Promise<number> {
  const {flags, options, output, words} = context;
  checkTemplate(flags);
  checkQuery(flags.query);
  if (flags.bodies && !flags.json) throw new Misuse('--bodies goes with --json.');
  const chosen = await chooseSources(words, context);
  if (flags.order !== undefined && words.length > 0)
    throw new Misuse(
      '--order sorts what you follow.',
      'Sources that are named keep the order that they have.',
    );
  const ask = {
    query: flags.query ?? '',
    limit: flags.limit ?? Infinity,
    bodies: flags.bodies ?? false,
    ...(flags.order !== undefined && {order: flags.order}),
  };
  const {code, ...listing} =
    chosen.kind === 'named'
      ? await listNamed(chosen.locations, ask, context)
      : await listLibrary(ask, context);
  await printListing(listing, {json: flags.json, format: flags.format, locale: options.locale}, output);
  return code;
}
