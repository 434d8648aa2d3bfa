import {expect, test} from 'vitest';
import {readPage} from '../../source/newsletters/page/markup.ts';
import {recogniseNewsletter} from '../../source/newsletters/provider/recognise.ts';

const found = (body: string) =>
  recogniseNewsletter(
    readPage(`<html><body><main><p>Words.</p></main>${body}</body></html>`, 'https://gazette.example/'),
  );

test.each([
  [
    'Mailchimp for WordPress',
    '<form id="mc4wp-form-2" class="mc4wp-form" method="post"><input type="email" name="EMAIL"><input type="submit" value="Go"><input type="hidden" name="_mc4wp_timestamp" value="1767600000"><input type="hidden" name="_mc4wp_form_id" value="3"></form>',
    'https://gazette.example/',
  ],
  [
    'MailPoet',
    '<form class="mailpoet_form mailpoet_form_html" action="https://gazette.example/wp-admin/admin-post.php?action=mailpoet_subscription_form" method="post"><input type="email" name="data[form_field_x]" placeholder="E-Mail"><input type="submit" value="Los"></form>',
    'https://gazette.example/wp-admin/admin-post.php?action=mailpoet_subscription_form',
  ],
  [
    'Keila',
    '<form class="contact-form container" action="https://app.keila.io/forms/nfrm_x" method="post"><label for="e">Email</label><input id="e" name="contact[email]" type="text"><button>Subscribe</button></form>',
    'https://app.keila.io/forms/nfrm_x',
  ],
  [
    'a Keila of one’s own, in German',
    '<form class="contact-form" action="https://post.example/forms/nfrm_x" method="post"><label>E-Mail <input name="contact[email]"></label><button>Newsletter abonnieren</button></form>',
    'https://post.example/forms/nfrm_x',
  ],
  [
    'EmailOctopus',
    '<form action="https://eomail5.com/form/x" method="post"><input type="email" name="field_0"><button>OK</button></form>',
    'https://eomail5.com/form/x',
  ],
])('finds the form of %s', (_, form, url) => {
  expect(found(form)?.signup).toMatchObject({kind: 'request', url});
});

test.each([
  '<form class="contact-form" action="/forms/1" method="post"><input type="email" name="email"><textarea name="m"></textarea><button>Send</button></form>',
  '<form class="wpcf7-form contact-form" action="/#wpcf7" method="post"><input type="email" name="your-email"><input name="your-subject"><button>Send message</button></form>',
  '<form action="/contact" method="post"><input type="email" name="email"><button>Subscribe me to a call</button></form>',
  '<form class="login" action="/login" method="post"><input type="email" name="email"><input type="password" name="p"><button>Sign in</button></form>',
])('takes no other form for one: %s', form => {
  expect(found(form)).toBeUndefined();
});
