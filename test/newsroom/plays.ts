import {json, page, text} from './newsroom.ts';
import type {Reply} from './newsroom.ts';

/** How a service answers, by the situation that it plays. */
export type Play = Readonly<{
  /** Below the situation's own folder; absent for a service that takes sign-ups on its own page only. */
  path?: string;
  method?: 'form' | 'json';
  fixed?: Readonly<Record<string, string | readonly string[]>>;
  answers: Readonly<Record<string, Reply>>;
}>;

const jsonp = (result: string, msg: string): Reply => ({
  headers: {'content-type': 'application/javascript'},
  body: `inkwell(${JSON.stringify({result, msg})})`,
});
const ghostError = (message: string, status = 400): Reply => json({errors: [{id: '1', message}]}, status);
const titled = (title: string, rest = ''): Reply =>
  page(`<title>${title}</title><body><h1>${title}</h1>${rest}</body>`);

/** Each service as its documentation or its own code has it; a new situation is a line. */
export const PLAYS: Readonly<Record<string, Play>> = {
  buttondown: {
    path: 'api/emails/embed-subscribe/gazette',
    method: 'form',
    answers: {
      confirm: titled('Almost there', '<p>Check your email to confirm your subscription.</p>'),
      redirect: {status: 302, headers: {location: '/gazette?subscribed=true'}},
      already: titled('Hello again', '<p>You are already subscribed to this newsletter.</p>'),
      captcha: titled(
        'One moment',
        '<form method="post"><div class="h-captcha" data-sitekey="k"></div></form>',
      ),
      refused: page('<title>Gazette</title><h1>That email address is invalid.</h1>', 400),
      silent: titled('Gazette', '<p>Letters about type.</p>'),
    },
  },
  mailchimp: {
    path: 'subscribe/post?u=abc&id=def&f_id=9',
    method: 'form',
    fixed: {b_abc_def: ''},
    answers: {
      confirm: jsonp('success', 'Almost finished... We need to confirm your email address.'),
      subscribed: jsonp('success', 'Thank you for subscribing!'),
      already: jsonp(
        'error',
        'a@b.example is already subscribed to list Gazette. <a href="https://x.example">Update</a>',
      ),
      refused: jsonp('error', '0 - Please enter a <b>value</b>'),
      captcha: jsonp('error', 'captcha'),
      busy: jsonp('error', 'Recipient "a@b.example" has too many recent signup requests'),
      page: titled('Subscribe'),
    },
  },
  kit: {
    path: 'forms/123456/subscriptions',
    method: 'form',
    answers: {
      success: json({status: 'success', consent: {enabled: false}}),
      confirm: json({subscription: {id: 1, state: 'inactive'}}),
      subscribed: json({subscription: {id: 1, state: 'active'}}),
      refused: json({
        status: 'failed',
        errors: {messages: ['Email address is invalid'], fields: ['email_address']},
      }),
      captcha: json({status: 'quarantined', url: 'https://app.kit.com/forms/123456/guard'}),
    },
  },
  ghost: {
    path: 'members/api/send-magic-link/',
    method: 'json',
    answers: {
      confirm: {status: 201},
      refused: ghostError('This site is invite-only, contact the owner for access.'),
      busy: ghostError('Too many attempts, try again in 10 minutes.', 429),
    },
  },
  listmonk: {
    path: 'api/public/subscription',
    method: 'json',
    fixed: {list_uuids: ['eb420c55-4cfb-4972-92ba-c93c34ba475d']},
    answers: {
      confirm: json({data: {has_optin: true}}),
      subscribed: json({data: {has_optin: false}}),
      older: json({data: true}),
      refused: json({message: 'No valid lists selected to subscribe.'}, 400),
      broken: json({message: 'Error processing request. Please retry.'}, 500),
    },
  },
  mailerlite: {
    path: 'jsonp/11/forms/22/subscribe',
    method: 'form',
    fixed: {'ml-submit': '1', anticsrf: 'true'},
    answers: {
      success: json({success: true}),
      refused: json({success: false, errors: {fields: {email: ['must be a valid email address']}}}),
    },
  },
  sendy: {
    path: 'subscribe',
    method: 'form',
    fixed: {list: 'xYz', hp: '', subform: 'yes'},
    answers: {
      confirm: titled('Thank you', '<p>A confirmation email has been sent to you.</p>'),
      plain: text('1'),
      already: text('Already subscribed.'),
      refused: text('Invalid list ID.'),
    },
  },
  /** No public contract: their pages are opened, and nothing is ever sent to them from here. */
  substack: {answers: {page: titled('Gazette on Substack', '<p>Type your email.</p>')}},
  beehiiv: {answers: {page: titled('Gazette on beehiiv', '<p>Enter your email.</p>')}},
  brevo: {
    path: 'serve/MUIEAAbc',
    method: 'form',
    fixed: {email_address_check: '', locale: 'en'},
    answers: {
      success: json({success: true, message: 'Your subscription has been successful.'}),
      refused: json({success: false, errors: {EMAIL: 'The information provided is invalid.'}}),
    },
  },
};
