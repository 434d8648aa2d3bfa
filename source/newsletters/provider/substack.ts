import type {Signup} from '../../domain/newsletter/newsletter.ts';
import type {Form} from '../page/form.ts';
import type {HomePage} from '../page/markup.ts';
import type {Offer, Provider} from './provider.ts';
import {browserOffer, frameAt} from '../page/embed.ts';

/**
 * No public contract and a guard before its form: its own page is opened. On a publication's own domain the
 * paths tell.
 */
export const substack: Provider = {name: 'substack', fromForm, fromPage};

function fromForm({action}: Form): Signup | undefined {
  if (!/^\/api\/v1\/free\/?$/.test(action.pathname)) return undefined;
  return {kind: 'browser', provider: 'substack', page: new URL('/subscribe', action).href};
}

function fromPage(page: HomePage): Offer | undefined {
  const frame = frameAt(page, /^[\w-]+\.substack\.com$/, /^\/embed/);
  if (frame) return browserOffer('substack', new URL('/subscribe', frame));
  const isSubstack = page.elements.some(
    ({name, attribs}) =>
      name === 'link' &&
      /^https:\/\/substackcdn\.com\/?$/.test(attribs.href ?? '') &&
      attribs.rel === 'preconnect',
  );
  return isSubstack ? browserOffer('substack', new URL('/subscribe', page.url)) : undefined;
}
