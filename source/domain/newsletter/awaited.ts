import type {Publication} from '../publication/publication.ts';
import {imitatedBy, siteOf} from './look-alike.ts';
import {serviceHosts} from './newsletter-provider.ts';
import type {Confirmation, Signup} from './signup.ts';

/** A sign-up that a mail may belong to. */
export type Awaited = Readonly<{
  id: number;
  title: string;
  /** Sites of the newsletter itself. */
  own: readonly string[];
  /** Sites of the service that sends it, which sends for others too. */
  service: readonly string[];
  /** Milliseconds since 1970. */
  at: number;
  confirmation?: Confirmation;
}>;

/** The facts of a mail that matter for a confirmation, as it claims them. */
export type Claim = Readonly<{
  sender: Readonly<{name: string; address: string}>;
  subject: string;
  /** The link to confirm by, and its words. */
  link: Readonly<{url: string; words: string}>;
  /** Milliseconds since 1970. */
  at: number;
}>;

/** Days after a sign-up in which its confirmation is looked for. */
const DAYS = 14;
/** Milliseconds by which the clocks of a server and of this machine may differ. */
const SLACK = 3_600_000;

/** Sign-ups whose confirmation may still come. */
export function isAwaited({state, at}: Signup, now: number): boolean {
  return (state === 'requested' || state === 'unknown') && Date.parse(at) + DAYS * 86_400_000 > now;
}

export function awaitedFor(
  {id, publicationTitle, host, provider, at, confirmation}: Signup,
  publication: Pick<Publication, 'homepage' | 'location'> | undefined,
): Awaited {
  const service = serviceHosts(provider ?? '');
  const named = [
    host === undefined ? undefined : `https://${host}`,
    publication?.homepage,
    publication?.location,
  ];
  const sites = named.flatMap(address => {
    const hostname = URL.parse(address ?? '')?.hostname;
    return hostname ? [siteOf(hostname)] : [];
  });
  return {
    id,
    title: publicationTitle,
    own: [...new Set(sites)].filter(site => !service.includes(site)),
    service,
    at: Date.parse(at),
    ...(confirmation && {confirmation}),
  };
}

/** True if a mail of this time may be an answer to the sign-up. */
export function isInTime({at}: Awaited, mailAt: number): boolean {
  return mailAt >= at - SLACK && mailAt <= at + DAYS * 86_400_000;
}

/**
 * The sign-up that a mail claims to confirm: its sender or its link is of the newsletter's site or its
 * service, or looks as if it were. Undefined where no such sign-up was made.
 */
export function confirmedBy(
  awaited: readonly Awaited[],
  claim: Claim,
): Readonly<{id: number; confirmation: Confirmation}> | undefined {
  const {sender, link, subject, at} = claim;
  const senderHost = hostOfAddress(sender.address);
  const linkHost = new URL(link.url).hostname;
  let best: {id: number; confirmation: Confirmation; rank: number} | undefined;
  for (const one of awaited) {
    if (!isInTime(one, at)) continue;
    const sites = [...one.own, ...one.service];
    const isSenderKnown = senderHost !== undefined && sites.includes(siteOf(senderHost));
    const isLinkKnown = sites.includes(siteOf(linkHost));
    const imitated = [linkHost, senderHost].flatMap(host => (host && imitatedBy(host, sites)) || [])[0];
    const doubt: Confirmation['doubt'] =
      imitated === undefined ? (isLinkKnown ? undefined : 'elsewhere') : 'look-alike';
    if (!isSenderKnown && !isLinkKnown && doubt !== 'look-alike') continue;
    const isNamed = lettersOf(`${sender.name} ${subject}`).includes(lettersOf(one.title));
    const rank = (doubt === 'look-alike' ? 0 : 4) + (doubt === undefined ? 2 : 0) + (isNamed ? 1 : 0);
    if (rank < (best?.rank ?? -1) || (one.confirmation && !isBetter(doubt, one.confirmation.doubt))) continue;
    const confirmation: Confirmation = {
      sender: sender.name === '' ? sender.address : `${sender.name} <${sender.address}>`,
      button: link.words,
      url: link.url,
      host: new URL(link.url).host,
      at: new Date(at).toISOString(),
      ...(doubt && {doubt}),
      ...(imitated !== undefined && {imitated}),
    };
    best = {id: one.id, confirmation, rank};
  }
  return best && {id: best.id, confirmation: best.confirmation};
}

/** A mail that may be forged never takes the place of one that is not in doubt. */
function isBetter(doubt: Confirmation['doubt'], before: Confirmation['doubt']): boolean {
  return doubt === undefined || before !== undefined;
}

/** The sign-up whose letters these are: from the newsletter's own site, or by its name. */
export function signupOfLetters(
  awaited: readonly Awaited[],
  {title, hosts, at}: Readonly<{title: string; hosts: readonly string[]; at: number}>,
): Awaited | undefined {
  const sites = new Set(hosts.map(siteOf));
  return awaited.find(
    one =>
      at >= one.at - SLACK &&
      (lettersOf(one.title) === lettersOf(title) || one.own.some(site => sites.has(site))),
  );
}

function hostOfAddress(address: string): string | undefined {
  return URL.parse(`https://${address.slice(address.lastIndexOf('@') + 1)}`)?.hostname;
}

function lettersOf(words: string): string {
  return words
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
