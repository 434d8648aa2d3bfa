import type {Control, Form} from './form.ts';
import {ancestors, elementsIn, hasClass, textOf} from './markup.ts';

/**
 * The field that takes the address: one that a person sees, an email field before a text field that says so.
 */
export function emailField({controls}: Form): Control | undefined {
  const seen = controls.filter(({isSeen, kind}) => isSeen && (kind === 'email' || kind === 'text'));
  return (
    seen.find(({kind}) => kind === 'email') ??
    seen.find(({words}) => /e-?mail|courriel|correo|メール|邮箱|почт/i.test(words))
  );
}

/**
 * True if a form is for anything but a newsletter: to log in, search, comment, write to somebody, open an
 * account.
 */
export function isForSomethingElse(form: Form): boolean {
  const seen = form.controls.filter(({isSeen}) => isSeen);
  if (seen.some(({kind}) => kind === 'password' || kind === 'search' || kind === 'textarea')) return true;
  if (
    form.element.attribs.role === 'search' ||
    seen.some(({name}) => /^(?:q|s|query|search|keywords?)$/i.test(name))
  )
    return true;
  if (seen.filter(({kind}) => kind === 'email').length > 1) return true;
  if (seen.filter(({kind}) => kind === 'text' || kind === 'email' || kind === 'select').length > 4)
    return true;
  if (seen.some(({words}) => OTHER_FIELD.test(words) && !/e-?mail/i.test(words))) return true;
  if (OTHER_WORDS.test(buttonWords(form))) return true;
  if (OTHER_ACT.test(form.action.pathname)) return true;
  const {id = '', class: classes = '', name = ''} = form.element.attribs;
  const isTagged = form.controls.some(({kind, value}) => kind === 'hidden' && /^newsletter$/i.test(value));
  // The words of the button count more than the name of a style.
  const isNamed = isTagged || isOfSignupPlugin(form) || NEWSLETTER.test(buttonWords(form));
  return OTHER_ACT.test(`${id} ${classes} ${name}`) && !isNamed;
}

const OTHER_FIELD =
  /\b(?:phone|telephone|mobile|subject|message|website|user_?name|address|city|zip|postcode|amount|card)\b/i;

const OTHER_ACT =
  /log-?in|sign-?in|log-?out|session|passw|forgot|reset|wp-comments|comment-?form|commentform|(?<!constant)contact|checkout|cart|donat|unsubscri|opt-?out|\bsearch|feedback|enquir|inquir|booking|demo-?request|request-?demo|waitlist/i;

const OTHER_WORDS =
  /\b(?:log ?in|sign ?in|comment|reply|send (?:a )?message|contact|search|unsubscribe|(?:create|open) (?:an |your )?account|register|start (?:a |your )?(?:free )?trial|demo|wait ?list|donate|check ?out|apply|reset|recover|forgot|buy|quote|anmelden und kaufen)\b/i;

/** True if it speaks of a newsletter: in its own markup and words, or in the heading that it stands under. */
export function speaksOfNewsletter(form: Form): boolean {
  if (isOfSignupPlugin(form) || SERVICES.test(form.action.hostname)) return true;
  const {attribs} = form.element;
  const own = [
    attribs.id,
    attribs.class,
    attribs.name,
    attribs['aria-label'],
    form.action.pathname,
    textOf(form.element, 800),
  ];
  const fields = form.controls.flatMap(({name, kind, value, words}) => [
    name,
    words,
    kind === 'submit' ? value : '',
  ]);
  if (NEWSLETTER.test([...own, ...fields].join(' '))) return true;
  return ancestors(form.element)
    .slice(0, 3)
    .some(around => {
      const isSmall = textOf(around, 700).length < 600;
      return (
        isSmall &&
        NEWSLETTER.test(`${around.attribs.id ?? ''} ${around.attribs.class ?? ''} ${headingWords(around)}`)
      );
    });
}

/** Marks of plugins and services whose forms take sign-ups and nothing else, whatever their words. */
function isOfSignupPlugin({element, controls}: Form): boolean {
  const marks = [element.attribs.class, element.attribs.id, ...controls.map(({name}) => name)];
  return marks.some(mark => mark !== undefined && PLUGIN.test(mark));
}

const PLUGIN =
  /(?:^|[\s_-])(?:mc4wp|mc-embedded|mailpoet|mailster|tnp|es_(?:form|email|subscription)|ml-(?:form|block)|sib[-_]form|klaviyo|emailoctopus|formkit|convertkit|acymailing|newsletterform|nfrm|js-cm-form|follow-?it|gh-signup|omnisend|moosend|getresponse|ctct-(?:form|inline))/i;

/** Hosts whose forms are sign-ups. */
const SERVICES =
  /(?:^|\.)(?:emailoctopus\.com|eomail\d?\.com|getresponse\.com|aweber\.com|createsend\d?\.com|cmail\d+\.com|getdrip\.com|follow\.it|sendfox\.com|moosend\.com|maillist-manage\.com|flodesk\.com|keila\.io|mailjet\.com|cleverreach\.com|rapidmail\.(?:de|com)|feedburner\.google\.com|feedblitz\.com|campaign-archive\.com|sendinblue\.com|activehosted\.com)$/i;

function headingWords(around: Parameters<typeof elementsIn>[0]): string {
  return elementsIn(around)
    .filter(({name}) => /^h[1-6]$|^legend$/.test(name))
    .map(heading => textOf(heading, 200))
    .join(' ');
}

const NEWSLETTER =
  /news-?_?\s?letter|subscri(?:be|ption)|mailing[\s_-]?list|(?:e-?mail|join)[\s_-]?(?:the |our |my )?list|by e-?mail|(?:in|to) your (?:inbox|email)|weekly digest|e-?mail (?:updates|digest)|(?:get|receive|sign up for) (?:\w+ ){0,4}(?:updates|posts|articles|e-?mails|news)|abonn(?:ieren|ez|er|e-toi|ement)|infolettre|lettre d.information|suscr[ií]b|bolet[ií]n|inscreva|iscriviti|nieuwsbrief|nyhetsbrev|nyhedsbrev|uutiskirje|rundbrief|prenumerera|biuletyn|zpravodaj|hírlevél|рассылк|подпис(?:ат|к)|メールマガジン|メルマガ|ニュースレター|订阅|訂閱|電子報|뉴스레터/i;

function buttonWords({controls}: Form): string {
  return controls
    .filter(({kind}) => kind === 'submit')
    .map(({element, value}) => `${value} ${textOf(element, 100)}`)
    .join(' ');
}

/** A puzzle for people stands in it, which only a browser can show. */
export function hasCaptcha({element, controls}: Form): boolean {
  const isWidget = elementsIn(element).some(
    one =>
      hasClass(one, CAPTCHA_CLASS) ||
      one.attribs['data-sitekey'] !== undefined ||
      /captcha/i.test(one.name) ||
      one.name === 'altcha-widget',
  );
  return isWidget || controls.some(({name}) => /captcha|cf-turnstile|altcha/i.test(name));
}

export const CAPTCHA_CLASS =
  /^(?:g-recaptcha|h-captcha|cf-turnstile|frc-captcha|smart-captcha|mtcaptcha|altcha)$/i;
