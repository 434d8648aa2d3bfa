import type {Offer, Provider} from './provider.ts';
import {browserOffer, frameAt} from '../page/embed.ts';
import type {HomePage} from '../page/markup.ts';

/** No public contract without a key: the page of the embedded form is opened. */
export const beehiiv: Provider = {name: 'beehiiv', fromPage};

function fromPage(page: HomePage): Offer | undefined {
  const frame = frameAt(page, /^(?:embeds|subscribe-forms)\.beehiiv\.com$/, /^\/[\w-]/);
  return frame && browserOffer('beehiiv', frame);
}
