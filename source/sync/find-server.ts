import type {AccountSettings, FoundServer, ServerKind} from '../domain/sync/account.ts';
import {ProblemError, toProblem, type Problem} from '../domain/problem.ts';
import {webAddress} from '../domain/publication/location.ts';
import type {Http} from '../http/http.ts';

/** Paths of the API below the address that people type, and the server that an API there is of. */
const PLACES: readonly (readonly [path: string, server: ServerKind | undefined])[] = [
  ['', undefined],
  ['/api/greader.php', 'freshrss'],
  ['/rest/googlereader', 'commafeed'],
];

const HOSTS: Readonly<Record<string, ServerKind>> = {
  'theoldreader.com': 'theoldreader',
  'bazqux.com': 'bazqux',
  'inoreader.com': 'inoreader',
};

export const SERVER_TITLES: Readonly<Record<ServerKind, string>> = {
  freshrss: 'FreshRSS',
  miniflux: 'Miniflux',
  commafeed: 'CommaFeed',
  theoldreader: 'The Old Reader',
  bazqux: 'BazQux Reader',
  inoreader: 'Inoreader',
  other: 'a server with the Google Reader API',
};

/** The person decides who may read a password, not a redirect, and nobody reads it on the way. */
function unsafe(why: string, address: string): ProblemError {
  return new ProblemError({
    kind: 'unsafe',
    message: `No password was sent: ${why}.`,
    advice: `If that is your server: inkwell account add ${address}`,
  });
}

/**
 * Finds the API from the address of a site. Nothing secret is sent: an API answers that it wants a name
 * (401), anything else is none. Miniflux speaks its own API where a key is to open the account.
 */
export async function findServer(
  typed: string,
  {hasUser}: Readonly<{hasUser: boolean}>,
  http: Http,
  signal: AbortSignal,
): Promise<FoundServer> {
  const address = webAddress(typed);
  if (address === undefined)
    throw new ProblemError({kind: 'malformed', message: `“${typed}” is not a web address.`});
  const {username, password} = new URL(address);
  if (username !== '' || password !== '')
    throw new ProblemError({
      kind: 'unsafe',
      message: 'Nothing was sent: the address of an account holds no name and no password.',
      advice: 'Give the name with --user, and the password with --password-command or --password-env.',
    });
  const root = withoutEnd(address);
  let problem: Problem | undefined;
  let isOff = false;
  for (const [path, server] of PLACES) {
    const base = root + (root.endsWith(path) ? '' : path);
    try {
      const answer = await http.request({url: `${base}/reader/api/0/user-info`, reach: 'anywhere'}, signal);
      // A gate before the whole site asks for a name in its own way.
      const isGate = /^basic|^digest/iu.test(answer.headers.get('www-authenticate') ?? '');
      const isHit = (answer.status === 401 || answer.status === 403) && !isGate;
      isOff ||= answer.status === 503 && path !== '';
      if (!isHit) continue;
      const where = withoutEnd(answer.url.replace(/\/reader\/api\/0\/user-info.*$/u, ''));
      const [asked, answering] = [new URL(base), new URL(where)];
      if (answering.host !== asked.host) throw unsafe(`${asked.host} leads to ${answering.host}`, where);
      if (answering.protocol !== 'https:' && !answer.isPrivate)
        throw unsafe(`${answering.host} is asked over plain http`, where.replace(/^http:/u, 'https:'));
      const kind = server ?? (await kindAt(where, http, signal));
      const api = kind === 'miniflux' && !hasUser ? 'miniflux' : 'google-reader';
      return {base: where, server: kind, api, title: SERVER_TITLES[kind]};
    } catch (error) {
      signal.throwIfAborted();
      if (error instanceof ProblemError && error.problem.kind === 'unsafe') throw error;
      problem ??= toProblem(error);
    }
  }
  if (isOff)
    throw new ProblemError({
      kind: 'denied',
      message: `${new URL(root).host} has its API switched off (503).`,
      advice: 'Switch it on in FreshRSS: Settings, Authentication, "Allow API access".',
    });
  throw new ProblemError(
    problem ?? {
      kind: 'unsupported',
      message: `${new URL(root).host} has no API that Inkwell can sync with.`,
      advice: 'Give the address of the API itself; docs/sync.md has it for each server.',
    },
  );
}

async function kindAt(base: string, http: Http, signal: AbortSignal): Promise<ServerKind> {
  const url = new URL(base);
  const host = Object.keys(HOSTS).find(name => url.hostname === name || url.hostname.endsWith(`.${name}`));
  if (host !== undefined) return HOSTS[host] ?? 'other';
  if (url.pathname.endsWith('/greader.php')) return 'freshrss';
  if (url.pathname.endsWith('/googlereader')) return 'commafeed';
  const answer = await http.request({url: `${base}/v1/me`}, signal).catch(() => undefined);
  const text = answer && new TextDecoder().decode(answer.body.subarray(0, 200));
  return answer?.status === 401 && text?.includes('error_message') ? 'miniflux' : 'other';
}

function withoutEnd(address: string): string {
  return address.replace(/[?#].*$/u, '').replace(/\/+$/u, '');
}

/** FreshRSS says whether the server before it hands on the header with the token. */
export async function passesAuthorization(
  {base, server}: Pick<AccountSettings, 'base' | 'server'>,
  http: Http,
  signal: AbortSignal,
): Promise<boolean | undefined> {
  if (server !== 'freshrss') return undefined;
  const answer = await http.request({url: `${base}/check/compatibility`}, signal);
  return new TextDecoder().decode(answer.body).trim().startsWith('PASS');
}
