import {networkInterfaces} from 'node:os';
import {ProblemError, type ProblemKind} from '../domain/problem.ts';
import {printableLine} from '../domain/printable.ts';
import {PRIVATE_ADDRESS} from './public-lookup.ts';

/** What kept an answer from coming, told to the reader. `host` is whom we asked. */
export function failureOf(error: unknown, host: string): ProblemError {
  if (error instanceof ProblemError) return error;
  const codes = codesOf(error);
  const [, kind, tell, advice] =
    FAILURES.find(([pattern]) => codes.some(code => pattern.test(code))) ?? OTHER;
  const isAlone = kind === 'missing' && !isConnected();
  return new ProblemError(
    isAlone
      ? {kind: 'offline', message: `${host} can't be reached: there is no network.`}
      : {kind, message: tell(host, printableLine(messageOf(error))), ...(advice !== undefined && {advice})},
    {cause: error},
  );
}

/** The connection broke and nothing says that it would again: worth another try where that is safe. */
export function isPassing(error: unknown): boolean {
  return codesOf(error).some(code => /^(?:ECONNRESET|EPIPE|EAI_AGAIN|UND_ERR_SOCKET)$/u.test(code));
}

type Failure = readonly [
  codes: RegExp,
  kind: ProblemKind,
  tell: (host: string, reason: string) => string,
  advice?: string,
];

const FAILURES: readonly Failure[] = [
  [
    new RegExp(`^${PRIVATE_ADDRESS}$`, 'u'),
    'unsafe',
    host => `${host} has a private address, and what an article refers to is not fetched from there.`,
  ],
  [
    /^(?:CERT_HAS_EXPIRED)$/u,
    'unsafe',
    host => `The certificate of ${host} can't be trusted: it has expired.`,
    'Nothing was sent. Tell the site, or try again later.',
  ],
  [
    /^CERT_NOT_YET_VALID$/u,
    'unsafe',
    host => `The certificate of ${host} can't be trusted: it is not valid yet.`,
    "Is this computer's clock right?",
  ],
  [
    /^ERR_TLS_CERT_ALTNAME_INVALID$/u,
    'unsafe',
    host => `The certificate of ${host} can't be trusted: it was made for another host.`,
    'Nothing was sent. Check the address.',
  ],
  [
    /SELF_SIGNED|UNABLE_TO_|^CERT_|^HOSTNAME_MISMATCH$|INVALID_CA/u,
    'unsafe',
    host => `The certificate of ${host} can't be trusted: nobody we know vouches for it.`,
    'If it is your own, name its authority in NODE_EXTRA_CA_CERTS.',
  ],
  [
    /^(?:EPROTO|ERR_SSL_.*|UND_ERR_PRX_TLS)$/u,
    'unsafe',
    host => `A secure connection (TLS) to ${host} could not be made.`,
    'Check the address: does the server speak https?',
  ],
  [
    /^UND_ERR_CONNECT_TIMEOUT$|^ETIMEDOUT$/u,
    'timeout',
    host => `${host} timed out: it did not take the connection.`,
    'Try again later.',
  ],
  [
    /^ECONNREFUSED$/u,
    'refused',
    host => `${host} refused the connection: nobody answers there.`,
    'Check the address, or try again later.',
  ],
  [
    /^(?:ENETUNREACH|EHOSTUNREACH|ENETDOWN|EHOSTDOWN|EADDRNOTAVAIL)$/u,
    'offline',
    host => `${host} can't be reached from here.`,
    'Is the network up?',
  ],
  [
    /^EAI_AGAIN$/u,
    'offline',
    host => `${host} can't be reached: its name could not be looked up (DNS).`,
    'Is the network up?',
  ],
  [
    /^(?:ENOTFOUND|ENODATA|EAI_.*)$/u,
    'missing',
    host => `${host} was not found: no host has that name.`,
    'Check the spelling.',
  ],
  [
    /^UND_ERR_HEADERS_OVERFLOW$|^HPE_HEADER_OVERFLOW$/u,
    'too-large',
    host => `The headers of ${host}'s answer are too large: more than 64 kB.`,
  ],
  [
    /^(?:HPE_.*|HTTPParserError|UND_ERR_RES_CONTENT_LENGTH_MISMATCH)$/u,
    'malformed',
    host => `What ${host} answered is not valid HTTP; the response can't be understood.`,
  ],
  [
    /^(?:ECONNRESET|EPIPE|ECONNABORTED|UND_ERR_SOCKET|UND_ERR_ABORTED|UND_ERR_INFO|ERR_STREAM_PREMATURE_CLOSE)$/u,
    'refused',
    host => `${host} closed the connection before its answer was complete.`,
    'Try again later.',
  ],
  [
    /^(?:Z_|ZSTD_|ERR_(?:_|BROTLI|ZSTD))/u,
    'malformed',
    host => `The compressed answer of ${host} is corrupt or cut short and can't be unpacked.`,
    'Try again later.',
  ],
  [
    /^UND_ERR_PRX|^UND_ERR_PROXY/u,
    'refused',
    (host, reason) => `The proxy did not lead to ${host}: ${reason}.`,
    'Check http_proxy and https_proxy in the environment.',
  ],
  [
    /^(?:UND_ERR_INVALID_ARG|ERR_INVALID_CHAR|ERR_HTTP_INVALID_HEADER_VALUE)$/u,
    'malformed',
    (host, reason) => `The request to ${host} could not be made: ${reason}.`,
    "Check this source's headers in the preferences.",
  ],
];

const OTHER: Failure = [/^/u, 'unexpected', (host, reason) => `Asking ${host} failed: ${reason}.`];

/** The codes of an error and of what caused it: Node gathers the failures of several addresses in one. */
function codesOf(error: unknown, depth = 0): readonly string[] {
  if (!(error instanceof Error) || depth > 4) return [];
  const {code = error.name} = error as NodeJS.ErrnoException;
  const inner = error instanceof AggregateError ? (error.errors as unknown[]) : [];
  return [
    ...(code === undefined ? [] : [code]),
    ...[...inner, error.cause].flatMap(each => codesOf(each, depth + 1)),
  ];
}

function messageOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).replace(/\.$/u, '').slice(0, 200);
}

/** Whether this machine has any address besides its own loopback. */
function isConnected(): boolean {
  return Object.values(networkInterfaces())
    .flat()
    .some(each => each && !each.internal);
}
