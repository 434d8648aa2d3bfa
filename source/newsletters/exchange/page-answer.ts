import {formsOf} from '../page/form.ts';
import {hasClass, readPage, textOf} from '../page/markup.ts';
import type {HomePage} from '../page/markup.ts';
import {CAPTCHA_CLASS, emailField} from '../page/purpose.ts';
import type {Answer, Meaning, RequestSignup} from '../provider/provider.ts';
import {plainWords} from './said.ts';
import {accepted, already, checkInbox, needsBrowser, refused, unsure} from './tell.ts';
import {ALREADY, CAPTCHA, CHECK_INBOX, REFUSED, THANKS} from './words.ts';

/** A page as an answer. Status 200 proves nothing: what counts is what its title, its headings and its text say. */
export function readPageAnswer(answer: Answer, signup: RequestSignup): Meaning {
  const page = readPage(answer.text, signup.url);
  const head = headOf(page);
  const text = textOf(page.root, 4000);
  const isThanks = THANKS.test(head) || CHECK_INBOX.test(head);
  if (!isThanks && (CAPTCHA.test(head) || hasPuzzle(page))) return needsBrowser(signup);
  if (ALREADY.test(text)) return already(signup);
  if (answer.status >= 400) return refused(signup, sentence(head, text), answer.status);
  if (!isThanks && REFUSED.test(isShort(text) ? text : head)) return refused(signup, sentence(head, text));
  if (CHECK_INBOX.test(text)) return checkInbox(signup);
  if (THANKS.test(text)) return accepted(signup);
  return formsOf(page).some(form => emailField(form)) ? needsBrowser(signup) : unsure(signup);
}

function headOf({elements}: HomePage): string {
  const heads = elements.filter(
    ({name, attribs}) => /^(?:title|h[1-3])$/.test(name) || attribs.role === 'alert',
  );
  return heads
    .slice(0, 6)
    .map(head => textOf(head, 200))
    .join('. ');
}

function hasPuzzle({elements}: HomePage): boolean {
  return elements.some(
    one =>
      hasClass(one, CAPTCHA_CLASS) ||
      one.attribs['data-sitekey'] !== undefined ||
      /challenge-platform|hcaptcha\.com|recaptcha\/api/.test(one.attribs.src ?? ''),
  );
}

const isShort = (text: string): boolean => text.length <= 300;

/** A short page's whole text, else its headings. */
function sentence(head: string, text: string): string {
  return plainWords(isShort(text) && text !== '' ? text : head);
}
