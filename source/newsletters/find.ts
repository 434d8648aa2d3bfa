import {newsletterFrom} from '../domain/newsletter/newsletter-from.ts';
import type {Newsletter} from '../domain/newsletter/newsletter.ts';
import type {Publication} from '../domain/publication/publication.ts';
import {safePage} from '../domain/newsletter/signup-address.ts';
import {decodeBytes} from '../http/decode-bytes.ts';
import type {Answer, Http, Reach} from '../http/exchange.ts';
import {descriptionLink} from './page/description-link.ts';
import {readPage} from './page/markup.ts';
import type {HomePage} from './page/markup.ts';
import {newsletterPage} from './page/newsletter-page.ts';
import {recogniseNewsletter} from './provider/recognise.ts';
import {parseJson} from '../domain/text/parse-json.ts';

/**
 * Finds the newsletter that a home page offers: a description that it links to (`rel="newsletter"`), else a
 * sign-up that it shows, else one that the site's page about its newsletter shows. At most three requests.
 * `named`: a page that the reader named, which is looked at first.
 */
export async function findNewsletter(
  http: Pick<Http, 'request'>,
  publication: Publication,
  signal: AbortSignal,
  named?: string,
): Promise<Newsletter | undefined> {
  const get = (reach: Reach) => (url: string) => http.request({...TERMS, url, reach}, signal);
  const own = named === undefined ? undefined : await pageAt(named, get('anywhere'));
  const shown = own && (await shownOn(own, get(reachOf(publication))));
  if (shown) return {...shown, ...ownWords(publication.newsletter)};
  const home = safePage(publication.homepage) ?? siteOf(publication.location);
  if (home === undefined) return undefined;
  const ask = get(reachOf(publication));
  const page = await pageAt(home, ask);
  const found = page && ((await shownOn(page, ask)) ?? (await shownBehind(page, ask)));
  return found && {...found, ...ownWords(publication.newsletter)};
}

type Get = (url: string) => Promise<Answer>;

async function pageAt(url: string, get: Get): Promise<HomePage | undefined> {
  const answer = await get(url);
  return answer.status === 200
    ? readPage(decodeBytes(answer.body, answer.headers.get('content-type') ?? undefined), answer.url)
    : undefined;
}

async function shownOn(page: HomePage, get: Get): Promise<Newsletter | undefined> {
  const described = descriptionLink(page);
  const said = described === undefined ? undefined : await describedAt(described, get);
  const found = said ?? recogniseNewsletter(page);
  return found && {...found, foundOn: page.url.href};
}

async function shownBehind(page: HomePage, get: Get): Promise<Newsletter | undefined> {
  const next = newsletterPage(page);
  const behind = next === undefined ? undefined : await pageAt(next, get);
  const found = behind && recogniseNewsletter(behind);
  return found && {...found, foundOn: behind.url.href};
}

/** The publication's own words about its newsletter, which count more than those beside a form. */
function ownWords(own: Newsletter | undefined): Partial<Newsletter> {
  if (!own) return {};
  const {signup: _, promises, ...words} = own;
  return promises.length > 0 ? {...words, promises} : words;
}

const TERMS = {
  accept: 'text/html, application/xhtml+xml;q=0.9, */*;q=0.5',
  maxBytes: 3_000_000,
  overflow: 'cut',
} as const;

/**
 * A page that a feed names is fetched without being asked for, so it must not lead into the reader's own
 * network.
 */
function reachOf({location, isPrivate = false}: Publication): Reach {
  const url = URL.parse(location);
  return isPrivate && url?.host ? {publicOr: url.hostname} : 'public-only';
}

/** The front page of a feed's site, for a feed that names no home page. */
function siteOf(location: string): string | undefined {
  const address = safePage(location);
  return address === undefined ? undefined : new URL('/', address).href;
}

/** A description that is missing or broken does not hide what the page shows. */
async function describedAt(url: string, get: Get): Promise<Newsletter | undefined> {
  const answer = await get(url);
  if (answer.status !== 200) return undefined;
  try {
    return newsletterFrom(parseJson(decodeBytes(answer.body)), answer.url);
  } catch {
    return undefined;
  }
}
