import type {CommandContext} from '../../command-line/table.ts';
import {checkQuery, expandWords} from '../../command-line/words.ts';
import {printListing} from '../../output/print-listing.ts';
import {checkTemplate} from '../../output/template.ts';
import {exitCode, Misuse} from '../../runtime/exit.ts';
import {readingServicesOf, servicesOf} from '../../runtime/services.ts';
import {listLibrary, listNamed} from '../../services/list.ts';
import {chooseSources} from '../../services/locate.ts';

/** `inkwell list`: the articles of the named sources, or of the library. */
export async function run(context: CommandContext<'list'>): Promise<number> {
  const {flags, options, output, ports} = context;
  const signal = (): AbortSignal => context.signal;
  checkTemplate(flags);
  checkQuery(flags.query, output);
  if (flags.bodies && !flags.json) throw new Misuse('--bodies goes with --json.');
  const words = await expandWords(context.words);
  if (flags.order !== undefined && words.length > 0)
    throw new Misuse('--order sorts what you follow.', 'Named sources keep their own order.');
  const services = await readingServicesOf(context);
  const chosen = chooseSources(words, options, services.library);
  const request = {
    query: flags.query ?? '',
    limit: flags.limit ?? Infinity,
    bodies: flags.bodies ?? false,
    ...(flags.pages !== undefined && {pages: flags.pages}),
    ...(flags.order !== undefined && {order: flags.order}),
  };
  const listing =
    chosen.kind === 'named'
      ? await listNamed(
          chosen.locations,
          request,
          {...services, passingLibrary: ports.passingLibrary},
          signal,
        )
      : await listLibrary(request, await servicesOf(context), signal);
  await printListing(listing, {json: flags.json, format: flags.format, locale: options.locale}, output);
  const {problems, publications} = listing;
  // Silence would leave open whether anything happened.
  if (output.isSpoken && !flags.json && !output.hasPrinted() && problems.length === 0)
    output.note('No articles.');
  const failed = chosen.kind === 'library' ? problems.length : 0;
  return exitCode(problems, publications.length - failed);
}
