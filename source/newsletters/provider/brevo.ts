import type {Provider, RequestSignup, SignupRequest, Offer} from './provider.ts';
import {browserOffer, frameAt} from '../page/embed.ts';
import type {HomePage} from '../page/markup.ts';
import {postForm} from './plain.ts';

/**
 * Brevo, once Sendinblue: its form, with the query by which its own script asks for JSON instead of a page.
 * Source: embed code in public repositories; the vendor documents no answer, so what comes is read as any
 * answer.
 */
export const brevo: Provider = {name: 'brevo', fromPage, request};

function fromPage(page: HomePage): Offer | undefined {
  const frame = frameAt(page, /(?:^|\.)sibforms\.com$/, /^\/serve\//);
  return frame && browserOffer('brevo', frame);
}

function request(signup: RequestSignup, email: string): SignupRequest {
  const url = new URL(signup.url);
  url.searchParams.set('isAjax', '1');
  return postForm({...signup, url: url.href}, email);
}
