import {formsOf} from '../page/form.ts';
import {ancestors, elementsIn, hasClass, isHidden, readPage, textOf} from '../page/markup.ts';
import type {HomePage} from '../page/markup.ts';
import {CAPTCHA_CLASS, emailField} from '../page/purpose.ts';
import type {Answer, Meaning, RequestSignup} from '../provider/provider.ts';
import {complaint} from './json-answer.ts';
import {plainWords} from './said.ts';
import {accepted, already, checkInbox, needsBrowser, refused, unsure} from './tell.ts';
import {ALREADY, CAPTCHA, CHECK_INBOX, REFUSED, THANKS} from './words.ts';

/**
 * A page as an answer. Status 200 proves nothing: an alert in it is the answer, else what its title, its
 * headings and its text say. A page that a script sends on was not the answer yet.
 */
export function readPageAnswer(answer: Answer, signup: RequestSignup): Meaning {
  const page = readPage(answer.text, signup.url);
  const alert = alertOf(page);
  const head = alert?.text ?? headOf(page);
  const text = alert?.text ?? textOf(page.root, 4000);
  const isThanks = THANKS.test(head) || CHECK_INBOX.test(head);
  if (!isThanks && (CAPTCHA.test(head) || hasPuzzle(page) || isSentOn(page))) return needsBrowser(signup);
  if (ALREADY.test(text)) return already(signup);
  if (answer.status >= 400) return refused(signup, sentence(head, text), answer.status);
  if (alert?.isError || (!isThanks && REFUSED.test(isShort(text) ? text : head)))
    return complaint(sentence(head, text), 400, signup);
  if (CHECK_INBOX.test(text)) return checkInbox(signup);
  if (THANKS.test(text) || alert?.isSuccess) return accepted(signup);
  return formsOf(page).some(form => emailField(form)) ? needsBrowser(signup) : unsure(signup);
}

type Alert = Readonly<{text: string; isError: boolean; isSuccess: boolean}>;

/**
 * The message that a plugin or a theme shows after a form was sent, by its role or its class; the innermost
 * with words.
 */
function alertOf({elements}: HomePage): Alert | undefined {
  const alerts = elements.filter(
    one =>
      !/^(?:html|body|main|form|script|input|label)$/.test(one.name) &&
      (/^(?:alert|status)$/.test(one.attribs.role ?? '') || hasClass(one, ALERT_CLASS)),
  );
  const shown = alerts
    .map(one => ({one, text: textOf(one, 400)}))
    .filter(({one, text}) => text !== '' && text.length < 400 && !isHidden(one));
  const found = shown.find(({text}) => ANSWER.some(words => words.test(text))) ?? shown[0];
  if (!found) return undefined;
  const around = [found.one, ...ancestors(found.one).slice(0, 2), ...elementsIn(found.one)];
  return {
    text: found.text,
    isError: around.some(one => hasClass(one, /(?:^|[-_])(?:error|danger|invalid|fail(?:ed|ure)?)$/i)),
    isSuccess: around.some(one => hasClass(one, /(?:^|[-_])(?:success|confirmation|ok|sent)$/i)),
  };
}

const ALERT_CLASS =
  /^(?:(?:[\w-]+[-_])?alert(?:[-_]\w+)?|(?:[\w-]*[-_])?(?:response|response[-_]output|form[-_](?:message|error|success)|confirmation[-_]message)|(?:[a-z\d]+[-_])?(?:notice|message|error|success)(?:[-_](?:message|success|error))?|flash(?:[-_]\w+)?|toast)$/i;
const ANSWER = [ALREADY, CHECK_INBOX, THANKS, REFUSED];

/** A form that a script sends at once, or a page that leads on by itself. */
function isSentOn({elements, root}: HomePage): boolean {
  const hasForm = elements.some(({name}) => name === 'form');
  const scripts = elements.filter(({name}) => name === 'script').map(script => rawText(script));
  const handlers = elements.flatMap(({attribs}) => [attribs.onload ?? '', attribs.onpageshow ?? '']);
  const isSubmitted = [...scripts, ...handlers].some(code =>
    /\.(?:submit|requestSubmit)\s*\(|\.click\s*\(\s*\)/.test(code),
  );
  const isMoved =
    textOf(root, 200).length < 200 &&
    (elements.some(({name, attribs}) => name === 'meta' && /^refresh$/i.test(attribs['http-equiv'] ?? '')) ||
      scripts.some(code =>
        /(?:window|document|top|self)?\.?location(?:\.href)?\s*=[^=]|location\.(?:replace|assign)\s*\(/.test(
          code,
        ),
      ));
  return (hasForm && isSubmitted) || isMoved;
}

function rawText({children}: HomePage['elements'][number]): string {
  return children
    .map(child => ('data' in child ? child.data : ''))
    .join('')
    .slice(0, 20_000);
}

function headOf({elements}: HomePage): string {
  return elements
    .filter(({name}) => /^(?:title|h[1-3])$/.test(name))
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
