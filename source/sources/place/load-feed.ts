import {canonicalLocation, webAddress} from '../../domain/publication/location.ts';
import type {Fetched} from '../../domain/publication/source.ts';
import {assemble} from '../article/assemble.ts';
import type {Discovered} from '../discovery/discover.ts';
import {newsletterAt} from '../discovery/newsletter-at.ts';
import {completeFromApi} from '../discovery/site-api.ts';
import type {Asked, Surroundings} from '../context.ts';

type Loaded = Pick<Extract<Fetched, {kind: 'loaded'}>, 'publication' | 'articles' | 'warnings'>;

/** The publication and the articles of a document whose format is known, with what stands beside it. */
export async function loadFeed(
  {answer, document, format, newsletterUrl}: Discovered,
  {location, settings, pages = 1}: Asked,
  surroundings: Surroundings,
): Promise<Loaded & {ttl?: number; isCut: boolean}> {
  const own = {given: webAddress(location) ?? location, settings};
  const first = format.parse(document, surroundings.limits);
  const parsed = await completeFromApi(
    pages > 1
      ? await (
          await import('../discovery/older-pages.ts')
        ).withOlderPages(first, {answer, document, format, own}, pages, surroundings)
      : first,
    {document, format, own},
    surroundings,
  );
  const origin = {location, canonicalLocation: canonicalLocation(location), url: document.url};
  const {publication, articles, warnings, ...assembled} = assemble(parsed, origin, surroundings);
  const described = publication.newsletter ? undefined : (assembled.newsletterUrl ?? newsletterUrl);
  const newsletter =
    described === undefined ? undefined : await newsletterAt(described, document, surroundings);
  return {
    publication: newsletter ? {...publication, newsletter} : publication,
    articles,
    warnings,
    isCut: parsed.isCut ?? false,
    ...(parsed.ttl !== undefined && {ttl: parsed.ttl}),
  };
}
