/*
 * Facts about a newsletter service that follow from an address alone. For markup and answers see
 * newsletters/.
 */

/** A sign-up address that is known: a request can be made, or only a page can be opened. */
export type KnownAddress =
  | Readonly<{provider: string; url: string; method: 'form' | 'json'; field: string}>
  | Readonly<{provider: string; page: string}>;

type Rule = Readonly<{
  provider: string;
  /** `claimed`: the publisher named this provider, so a custom domain is believed. */
  recognise: (url: URL, claimed: boolean) => KnownAddress | undefined;
}>;

/** Recognises a service by the address of its form, its API or its page; undefined for a plain endpoint. */
export function knownAddress(url: URL, provider?: string): KnownAddress | undefined {
  for (const rule of RULES) {
    const known =
      provider === undefined || provider === rule.provider
        ? rule.recognise(url, provider !== undefined)
        : undefined;
    if (known) return known;
  }
  return undefined;
}

/** The name as its makers write it, for the screen. */
export function providerTitle(provider: string): string | undefined {
  return TITLES[provider];
}

/** The sites of a service, from which it sends for all its customers. */
export function serviceHosts(provider: string): readonly string[] {
  return HOSTS[provider] ?? [];
}

/** The service's own host, not one that somebody runs it on. */
export function isServiceHost(url: URL, provider: string): boolean {
  return url.port === '' && isUnder(url, ...serviceHosts(provider));
}

const HOSTS: Readonly<Record<string, readonly string[]>> = {
  buttondown: ['buttondown.com', 'buttondown.email'],
  mailchimp: ['list-manage.com', 'list-manage1.com', 'list-manage2.com', 'mailchi.mp', 'eepurl.com'],
  kit: ['kit.com', 'convertkit.com', 'ck.page'],
  ghost: ['ghost.io'],
  beehiiv: ['beehiiv.com'],
  substack: ['substack.com'],
  mailerlite: ['mailerlite.com'],
  brevo: ['sibforms.com', 'brevo.com'],
};

const TITLES: Readonly<Record<string, string>> = {
  buttondown: 'Buttondown',
  mailchimp: 'Mailchimp',
  kit: 'Kit',
  ghost: 'Ghost',
  listmonk: 'listmonk',
  beehiiv: 'beehiiv',
  substack: 'Substack',
  mailerlite: 'MailerLite',
  sendy: 'Sendy',
  brevo: 'Brevo',
};

const RULES: readonly Rule[] = [
  {provider: 'buttondown', recognise: buttondown},
  {provider: 'mailchimp', recognise: mailchimp},
  {provider: 'kit', recognise: kit},
  {provider: 'substack', recognise: substack},
  {provider: 'beehiiv', recognise: beehiiv},
  {provider: 'mailerlite', recognise: mailerlite},
  {provider: 'brevo', recognise: brevo},
  {provider: 'ghost', recognise: ghost},
  {provider: 'listmonk', recognise: listmonk},
  {provider: 'sendy', recognise: sendy},
];

function buttondown(url: URL, claimed: boolean): KnownAddress | undefined {
  const isOwn = isHost(url, 'buttondown.com', 'buttondown.email');
  if (!isOwn) return claimed ? form('buttondown', url.href, 'email') : undefined;
  const name = /^\/(?:api\/emails\/embed-subscribe\/)?([\w.-]+)\/?$/.exec(url.pathname)?.[1];
  const endpoint = `https://buttondown.com/api/emails/embed-subscribe/${name}`;
  return name === undefined ? undefined : form('buttondown', endpoint, 'email');
}

function mailchimp(url: URL, claimed: boolean): KnownAddress | undefined {
  if (isHost(url, 'eepurl.com', 'mailchi.mp')) return {provider: 'mailchimp', page: url.href};
  const isOwn = claimed || isUnder(url, 'list-manage.com', 'list-manage1.com', 'list-manage2.com');
  const isForm = /\/subscribe(?:\/post(?:-json)?)?\/?$/.test(url.pathname);
  return isOwn && isForm ? form('mailchimp', url.href, 'EMAIL') : undefined;
}

function kit(url: URL, claimed: boolean): KnownAddress | undefined {
  const isForm = /\/forms\/\d+\/subscriptions\/?$/.test(url.pathname);
  if (isForm && (claimed || isUnder(url, 'kit.com', 'convertkit.com')))
    return form('kit', url.href, 'email_address');
  return isUnder(url, 'ck.page', 'kit.com') && url.pathname !== '/'
    ? {provider: 'kit', page: url.href}
    : undefined;
}

/** No public contract: its page is opened. */
function substack(url: URL, claimed: boolean): KnownAddress | undefined {
  if (!claimed && !isUnder(url, 'substack.com')) return undefined;
  return {provider: 'substack', page: new URL('/subscribe', url).href};
}

/** No public contract: its page is opened. */
function beehiiv(url: URL, claimed: boolean): KnownAddress | undefined {
  if (!claimed && !isUnder(url, 'beehiiv.com')) return undefined;
  const isEmbed = /^(?:embeds|subscribe-forms)\./.test(url.hostname);
  return {provider: 'beehiiv', page: isEmbed ? url.href : new URL('/subscribe', url).href};
}

function mailerlite(url: URL, claimed: boolean): KnownAddress | undefined {
  const isForm = /\/jsonp\/\d+\/forms\/\d+\/subscribe\/?$|\/webforms\/submit\//.test(url.pathname);
  if (isForm && (claimed || isUnder(url, 'mailerlite.com')))
    return form('mailerlite', url.href, 'fields[email]');
  return isUnder(url, 'mailerlite.com') ? {provider: 'mailerlite', page: url.href} : undefined;
}

function brevo(url: URL, claimed: boolean): KnownAddress | undefined {
  const isOwn = claimed || isUnder(url, 'sibforms.com');
  return isOwn && url.pathname.includes('/serve/') ? form('brevo', url.href, 'EMAIL') : undefined;
}

function ghost(url: URL, claimed: boolean): KnownAddress | undefined {
  const endpoint = '/members/api/send-magic-link/';
  if (!claimed && !url.pathname.includes(endpoint.slice(0, -1))) return undefined;
  const folder = url.pathname.replace(/\/(?:members\/api\/.*)?$/, '');
  return {provider: 'ghost', url: new URL(folder + endpoint, url).href, method: 'json', field: 'email'};
}

function listmonk(url: URL, claimed: boolean): KnownAddress | undefined {
  if (url.pathname.endsWith('/subscription/form')) return form('listmonk', url.href, 'email');
  const isEndpoint = url.pathname.endsWith('/api/public/subscription');
  if (!claimed && !isEndpoint) return undefined;
  const endpoint = isEndpoint ? url : new URL('/api/public/subscription', url);
  return {provider: 'listmonk', url: endpoint.href, method: 'json', field: 'email'};
}

/** `/subscribe` alone says nothing, so it is Sendy only where the publisher says so. */
function sendy(url: URL, claimed: boolean): KnownAddress | undefined {
  return claimed ? form('sendy', url.href, 'email') : undefined;
}

function form(provider: string, url: string, field: string): KnownAddress {
  return {provider, url, method: 'form', field};
}

function isHost(url: URL, ...hosts: string[]): boolean {
  return hosts.some(host => url.hostname === host || url.hostname === `www.${host}`);
}

function isUnder(url: URL, ...hosts: string[]): boolean {
  return hosts.some(host => url.hostname === host || url.hostname.endsWith(`.${host}`));
}
