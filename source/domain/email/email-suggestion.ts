import {editDistance} from './edit-distance.ts';

/**
 * The address that was probably meant, when its domain is a slip away from a large mail provider's or ends in
 * a slip for `.com`, `.net`, `.org`. Domains that exist are left alone, however near. `isFinished`: nothing
 * more will be typed, so "gmail.co" is a slip too and no longer the way to "gmail.com".
 */
export function suggestEmail(email: string, isFinished = false): string | undefined {
  const at = email.lastIndexOf('@');
  const domain = email.slice(at + 1).toLowerCase();
  if (at < 1 || domain === '' || REAL.has(domain)) return undefined;
  const meant = nearestProvider(domain, isFinished) ?? withRightEnding(domain);
  return meant === undefined ? undefined : email.slice(0, at + 1) + meant;
}

/** Long enough names that a neighbour is more likely a slip than a domain of its own. */
const PROVIDERS = [
  'gmail.com',
  'googlemail.com',
  'yahoo.com',
  'yahoo.co.uk',
  'hotmail.com',
  'hotmail.co.uk',
  'outlook.com',
  'icloud.com',
  'protonmail.com',
  'proton.me',
  'fastmail.com',
  'tutanota.com',
  'comcast.net',
  'verizon.net',
  'btinternet.com',
  'laposte.net',
  'orange.fr',
  'libero.it',
  'seznam.cz',
  'naver.com',
  'posteo.de',
  'mailbox.org',
] as const;

/** Neighbours of the above that people really have addresses at. */
const REAL: ReadonlySet<string> = new Set([
  ...PROVIDERS,
  'ymail.com',
  'mail.com',
  'email.com',
  'cloud.com',
  'gmx.com',
  'gmx.net',
  'protonmail.ch',
  'fastmail.fm',
  'tutamail.com',
  'tutanota.de',
  'orange.be',
  'mailbox.com',
  'hotmail.co',
  'yahoo.co',
  'yahoo.cm',
  'ggmail.com',
  'gmail.ru',
  'never.com',
  'haver.com',
  'posted.de',
  'oranges.fr',
]);

/** Endings that no registry has. */
const ENDINGS: Readonly<Record<string, string>> = {
  con: 'com',
  cmo: 'com',
  ocm: 'com',
  comm: 'com',
  coom: 'com',
  vom: 'com',
  xom: 'com',
  'co,m': 'com',
  nte: 'net',
  ent: 'net',
  ner: 'net',
  ogr: 'org',
  rog: 'org',
  orgg: 'org',
};

function nearestProvider(domain: string, isFinished: boolean): string | undefined {
  const nearest = PROVIDERS.find(provider => slips(domain, provider) <= (provider.length < 12 ? 1 : 2));
  return nearest !== undefined && (isFinished || !nearest.startsWith(domain)) ? nearest : undefined;
}

function withRightEnding(domain: string): string | undefined {
  const dot = domain.lastIndexOf('.');
  const ending = ENDINGS[domain.slice(dot + 1)];
  return dot > 0 && ending !== undefined ? domain.slice(0, dot + 1) + ending : undefined;
}

/** Slips of the finger between two domains; none so far apart in length that they can't be one. */
function slips(from: string, to: string): number {
  return Math.abs(from.length - to.length) > 2 ? Infinity : editDistance(from, to);
}
