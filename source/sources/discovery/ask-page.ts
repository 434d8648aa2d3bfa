import type {Answer} from '../../http/http.ts';
import {safeAddress} from '../../domain/text/addresses.ts';
import {isActivity} from '../format/activity.ts';
import {ask, PAGES, type Question} from '../place/ask.ts';
import type {Document} from '../format/format.ts';
import {reachFrom} from '../place/reach-from.ts';
import type {Surroundings} from '../context.ts';

/**
 * Asks, and once more where a page of a few words says that it is elsewhere (`<meta http-equiv=refresh>`):
 * that is how static sites redirect. An activity in place of a page is asked for again as a browser asks.
 */
export async function askPage(
  question: Question,
  surroundings: Surroundings,
): Promise<{answer: Answer; document: Document}> {
  const first = await ask(question, surroundings);
  const found = isActivity(first.document.json)
    ? await ask({...question, accept: PAGES}, surroundings)
    : first;
  const url = elsewhere(found.document);
  if (url === undefined) return found;
  // Validators and headers belong to the page that sent us on.
  const {accept, reach = 'anywhere'} = question;
  // The first address may have been typed; this one was not.
  const onward = reach === 'anywhere' ? reachFrom(found.document) : reach;
  return ask({url, accept, reach: onward}, surroundings);
}

/** Characters; a page that has more to say is read where it is. */
const SHORT = 4000;
/** A feed may quote a page; only a page is one. */
const PAGE = /^[\s\ufeff]*(?:<!--[^]{0,1000}?-->\s*)?<(?:!doctype\s+html|html|head|meta|title|script)\b/iu;
const REFRESH =
  /<meta\b(?=[^<>]*\bhttp-equiv\s*=\s*["']?refresh\b)[^<>]*\bcontent\s*=\s*(?:["']\s*)?[0-5](?:\.\d*)?\s*[;,]\s*(?:url\s*=\s*)?["']?(?<url>[^"'<>]+)/iu;

/** The address to which a page sends its readers at once; never from https to http, and never to itself. */
export function elsewhere({text, url}: Document): string | undefined {
  if (text.length > SHORT || !PAGE.test(text)) return undefined;
  const written = REFRESH.exec(text)?.groups?.['url']?.replaceAll('&amp;', '&');
  const address = safeAddress(written, url);
  if (address === undefined || address === url || !/^https?:/u.test(address)) return undefined;
  return url.startsWith('https:') && !address.startsWith('https:') ? undefined : address;
}
