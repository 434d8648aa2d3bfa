import {safePage} from '../../domain/newsletter/signup-address.ts';
import type {Offer} from '../provider/provider.ts';
import type {HomePage} from './markup.ts';

/** The first frame whose host and path match; lazy loaders keep the address in `data-src`. */
export function frameAt({elements, base}: HomePage, host: RegExp, path: RegExp): URL | undefined {
  for (const {name, attribs} of elements) {
    const address = name === 'iframe' ? (attribs.src ?? attribs['data-src']) : undefined;
    const url = URL.parse(address ?? '', base.href);
    if (address !== undefined && url && host.test(url.hostname) && path.test(url.pathname)) return url;
  }
  return undefined;
}

/** A page to open, without words of its own: a frame's words are in the frame. */
export function browserOffer(provider: string, url: URL): Offer | undefined {
  const page = safePage(url.href);
  return page === undefined ? undefined : {signup: {kind: 'browser', provider, page}, words: {promises: []}};
}
