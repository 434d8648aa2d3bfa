import {checkEmail} from '../../domain/email/email.ts';
import type {Newsletter, Outcome} from '../../domain/newsletter/newsletter.ts';
import type {Publication} from '../../domain/publication/publication.ts';
import {isOwnSite} from '../../domain/newsletter/signup-facts.ts';
import {safeEndpoint, safePage} from '../../domain/newsletter/signup-address.ts';
import {decodeBytes} from '../../http/decode-bytes.ts';
import type {Http, Answer as HttpAnswer, Reach} from '../../http/exchange.ts';
import {reachOf, whyUnreachable, withoutRivals} from './destination.ts';
import {failedAfter, failedBefore, mayHaveArrived} from './failed.ts';
import {meaningOf} from './meaning.ts';
import type {Answer, Ask, RequestSignup, SignupRequest} from '../provider/provider.ts';
import {providerNamed} from '../provider/providers.ts';
import {requestPlainly} from '../provider/plain.ts';

type Means = Readonly<{
  http: Pick<Http, 'request'>;
  now: () => number;
  patience: number;
  pause: (milliseconds: number, signal: AbortSignal) => Promise<unknown>;
  signal: AbortSignal;
}>;

/** Bytes of a server's answer that are read. */
const MOST_BYTES = 64 * 1024;

/** One request with the address in it at most, to the host that the sign-up names and to no other. */
export async function subscribe(
  means: Means,
  publication: Publication,
  newsletter: Newsletter,
  email: string,
): Promise<Outcome> {
  const {signup} = newsletter;
  if (signup.kind === 'none') return RECORDED;
  const check = checkEmail(email);
  if (!check.ok) return {outcome: 'refused', message: `Nothing was sent. ${check.reason}`};
  if (signup.kind === 'browser') return toBrowser(signup.page);
  const url = safeEndpoint(signup.url);
  if (!url)
    return {
      outcome: 'failed',
      message: 'Nothing was sent: an address goes over https only.',
      isUnknown: false,
    };
  const why = whyUnreachable(url, publication, newsletter);
  if (why !== undefined) return {outcome: 'refused', host: url.host, message: `Nothing was sent. ${why}`};
  const page = signup.page ?? safePage(publication.homepage);
  const cleaned = withoutRivals({...signup, ...(page !== undefined && {page})}, check.email);
  await settled(means, newsletter);
  const terms = {reach: reachOf(url, publication, newsletter), isOwn: isOwnSite(url, publication)};
  return {host: url.host, ...(await exchange(means, cleaned, check.email, terms))};
}

const RECORDED: Outcome = {
  outcome: 'recorded',
  message:
    'Noted on this machine. The publication has no sign-up that Inkwell can reach, so nothing was sent.',
};

function toBrowser(page: string): Outcome {
  const {host} = new URL(page);
  return {
    outcome: 'needs-browser',
    host,
    page,
    message: `${host} takes sign-ups in a browser only. Nothing was sent.`,
  };
}

/** Forms that know when they were shown take whoever sends them at once for a program. */
const SETTLES = 5000;

async function settled({now, pause, signal}: Means, {signup, foundAt}: Newsletter): Promise<void> {
  if (signup.kind !== 'request' || foundAt === undefined) return;
  const hasClock = Object.entries(signup.fixed).some(
    ([name, value]) => /time|stamp|date|_ts$|^ts$/i.test(name) && /^\d{10}(?:\d{3})?$/.test(String(value)),
  );
  const left = Date.parse(foundAt) + SETTLES - now();
  if (hasClock && left > 0) await pause(Math.min(left, SETTLES), signal);
}

type Terms = Readonly<{
  reach: Reach;
  /** The endpoint is on the publication's own site, which alone may be asked for more than this one thing. */
  isOwn: boolean;
}>;

async function exchange(
  means: Means,
  signup: RequestSignup,
  email: string,
  {reach, isOwn}: Terms,
): Promise<Outcome> {
  let request: SignupRequest;
  try {
    const build = providerNamed(signup.provider)?.request ?? requestPlainly;
    request = await build(signup, email, isOwn ? asking(means, signup, reach) : async () => undefined);
  } catch (error) {
    return failedBefore(error);
  }
  try {
    const answer = await means.http.request({...request, ...TERMS, reach, ...waiting(means)}, means.signal);
    return meaningOf(readable(answer), signup, means.now());
  } catch (error) {
    if (!mayHaveArrived(error)) return failedBefore(error);
    return failedAfter(error, new URL(signup.url).host, means.signal.aborted);
  }
}

const TERMS = {
  once: true,
  redirects: 'none',
  maxBytes: MOST_BYTES,
  overflow: 'cut',
} as const;

/** Some servers send their mail before they answer, so silence is no sign of anything. */
function waiting({patience}: Means): {totalTimeout: number; idleTimeout: number} {
  return {totalTimeout: patience, idleTimeout: patience};
}

/** Only the sign-up's own origin is asked, and no answer of another kind than 200 counts. */
function asking(means: Means, signup: RequestSignup, reach: Reach): Ask {
  return async path => {
    const url = new URL(path, signup.url).href;
    const {status, body} = await means.http.request(
      {url, redirects: 'none', maxBytes: 4096, reach, ...waiting(means)},
      means.signal,
    );
    return status === 200 ? new TextDecoder().decode(body).trim() : undefined;
  };
}

/** Headers in which servers say how long to wait, seconds or a moment. */
const WAITS = ['retry-after', 'ratelimit-reset', 'x-ratelimit-reset-after', 'x-ratelimit-reset'];

function readable(answer: HttpAnswer): Answer {
  const {status, headers} = answer;
  const location = headers.get('location') ?? undefined;
  const retryAfter = WAITS.map(name => headers.get(name)).find(
    value => value !== null && value !== undefined,
  );
  return {
    status,
    type: (headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '',
    text: decodeBytes(answer.body, headers.get('content-type') ?? undefined),
    ...(location !== undefined && {location}),
    ...(retryAfter !== undefined && {retryAfter}),
  };
}
