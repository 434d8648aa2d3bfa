/** A request as a service wants it: what stands in the tests is compared byte by byte. */
export type Contract = Readonly<{
  method: 'GET' | 'POST';
  /** Path and query below the place where the service is played. */
  path: string;
  /** All but `host` and the lengths. */
  headers: Readonly<Record<string, string>>;
  body: string;
}>;

const FORM = 'application/x-www-form-urlencoded';
const JSON_TYPE = 'application/json';
const ANY = 'application/json, text/html;q=0.9, */*;q=0.5';

/**
 * What each service is sent for an address, from its documentation; the newsroom's publications fix the rest.
 */
export function contractOf(service: string, email: string): Contract | undefined {
  return CONTRACTS[service]?.(email, encodeURIComponent(email));
}

const CONTRACTS: Readonly<Record<string, (email: string, encoded: string) => Contract>> = {
  buttondown: (_, encoded) =>
    post('api/emails/embed-subscribe/gazette', FORM, ANY, `email=${encoded}&embed=1`),
  mailchimp: (_, encoded) => ({
    method: 'GET',
    path: `subscribe/post-json?u=abc&id=def&f_id=9&EMAIL=${encoded}&b_abc_def=&c=inkwell`,
    headers: {accept: 'application/javascript, application/json;q=0.9, */*;q=0.5'},
    body: '',
  }),
  kit: (_, encoded) => post('forms/123456/subscriptions', FORM, JSON_TYPE, `email_address=${encoded}`),
  ghost: email =>
    post(
      'members/api/send-magic-link/',
      JSON_TYPE,
      JSON_TYPE,
      `{"email":"${email}","emailType":"signup","integrityToken":"1732000000:0f1e2d3c4b5a"}`,
    ),
  listmonk: email =>
    post(
      'api/public/subscription',
      JSON_TYPE,
      JSON_TYPE,
      `{"email":"${email}","list_uuids":["eb420c55-4cfb-4972-92ba-c93c34ba475d"]}`,
    ),
  mailerlite: (_, encoded) =>
    post('jsonp/11/forms/22/subscribe', FORM, ANY, `fields%5Bemail%5D=${encoded}&ml-submit=1&anticsrf=true`),
  sendy: (_, encoded) => post('subscribe', FORM, ANY, `email=${encoded}&list=xYz&hp=&subform=yes`),
  brevo: (_, encoded) =>
    post('serve/MUIEAAbc?isAjax=1', FORM, ANY, `EMAIL=${encoded}&email_address_check=&locale=en`),
  form: (_, encoded) => post('subscribe', FORM, ANY, `email=${encoded}&list=weekly&website=`),
  json: email => post('subscribe', JSON_TYPE, JSON_TYPE, `{"email":"${email}","list":"weekly"}`),
};

function post(path: string, type: string, accept: string, body: string): Contract {
  return {method: 'POST', path, headers: {accept, 'content-type': type}, body};
}
