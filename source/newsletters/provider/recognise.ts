import type {Newsletter} from '../../domain/newsletter/newsletter.ts';
import {wordsBeside} from '../page/beside.ts';
import {formsOf} from '../page/form.ts';
import type {Form} from '../page/form.ts';
import type {HomePage} from '../page/markup.ts';
import {signupBehind} from '../page/signup.ts';
import {signupLink} from '../page/signup-link.ts';
import type {Offer} from './provider.ts';
import {PROVIDERS} from './providers.ts';

/**
 * The sign-up that a page shows: what can be asked for here before what only a browser can do, a known
 * service before a plain form, a form before a frame, a frame before a link. Undefined when it shows none.
 */
export function recogniseNewsletter(page: HomePage): Newsletter | undefined {
  const offers = [
    ...formsOf(page).flatMap(form => offerOf(form, page) ?? []),
    ...PROVIDERS.flatMap(one => one.fromPage?.(page) ?? []),
  ];
  const best = offers.toSorted((one, other) => rank(one) - rank(other))[0] ?? signupLink(page);
  return best && {...best.words, signup: best.signup};
}

function offerOf(form: Form, page: HomePage): Offer | undefined {
  for (const {fromForm} of PROVIDERS) {
    const signup = fromForm?.(form, page);
    if (signup && signup.kind !== 'none') return {signup, words: wordsBeside(form.element)};
  }
  const signup = signupBehind(form, page);
  return signup && signup.kind !== 'none' ? {signup, words: wordsBeside(form.element)} : undefined;
}

function rank({signup}: Offer): number {
  return (signup.kind === 'request' ? 0 : 2) + (signup.provider === 'form' ? 1 : 0);
}
