import {knownAddress} from '../../domain/newsletter/newsletter-provider.ts';
import type {Offer} from '../provider/provider.ts';
import {browserOffer} from './embed.ts';
import {textOf} from './markup.ts';
import type {HomePage} from './markup.ts';

/** A link that says "newsletter" or "subscribe" and leads to a newsletter service: its page is opened. */
export function signupLink({elements, base}: HomePage): Offer | undefined {
  for (const element of elements) {
    const {name, attribs} = element;
    const url = name === 'a' && attribs.href ? URL.parse(attribs.href, base.href) : undefined;
    const known =
      url && SAYS_SO.test(`${textOf(element, 100)} ${attribs.title ?? ''} ${attribs['aria-label'] ?? ''}`)
        ? knownAddress(url)
        : undefined;
    if (url && known) return browserOffer(known.provider, 'page' in known ? new URL(known.page) : url);
  }
  return undefined;
}

const SAYS_SO = /newsletter|subscribe|sign ?up|by e-?mail|in your inbox|mailing list|substack|buttondown/i;
