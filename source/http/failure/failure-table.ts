import type {ProblemKind} from '../../domain/problem.ts';
import {PRIVATE_ADDRESS, PUBLIC_ADDRESS} from '../public-lookup.ts';

/** A way in which a request fails, by the codes that Node, OpenSSL, zlib and undici give their errors. */
export type Failure = Readonly<{
  codes: RegExp;
  kind: ProblemKind;
  tell: (host: string, reason: string) => string;
  advice?: string;
  /** It is sure that the request itself was not sent. */
  isBeforeSending?: true;
}>;

const LATER = 'Try again later.';

export const FAILURES: readonly Failure[] = [
  {
    codes: new RegExp(`^${PRIVATE_ADDRESS}$`, 'u'),
    kind: 'unsafe',
    tell: host => `${host} has a private address, and what a site leads to is not fetched from there.`,
    isBeforeSending: true,
  },
  {
    codes: new RegExp(`^${PUBLIC_ADDRESS}$`, 'u'),
    kind: 'unsafe',
    tell: host => `No password was sent: ${host} is asked over plain http and has a public address.`,
    advice: 'Add the account again with its https address.',
    isBeforeSending: true,
  },
  {
    codes: /^CERT_HAS_EXPIRED$/u,
    kind: 'unsafe',
    tell: host => `The certificate of ${host} can't be trusted: it has expired.`,
    advice: 'Nothing was sent. Tell the site, or try again later.',
    isBeforeSending: true,
  },
  {
    codes: /^CERT_NOT_YET_VALID$/u,
    kind: 'unsafe',
    tell: host => `The certificate of ${host} can't be trusted: it is not valid yet.`,
    advice: "Is this computer's clock right?",
    isBeforeSending: true,
  },
  {
    codes: /^ERR_TLS_CERT_ALTNAME_INVALID$|HOSTNAME_MISMATCH/u,
    kind: 'unsafe',
    tell: host => `The certificate of ${host} can't be trusted: it was made for another host.`,
    advice: 'Nothing was sent. Check the address.',
    isBeforeSending: true,
  },
  {
    codes: /SELF_SIGNED|^UNABLE_TO_|^CERT_|INVALID_CA/u,
    kind: 'unsafe',
    tell: host => `The certificate of ${host} can't be trusted: nobody we know vouches for it.`,
    advice: 'If it is your own, name its authority in NODE_EXTRA_CA_CERTS.',
    isBeforeSending: true,
  },
  {
    codes:
      /^ERR_SSL_(?:WRONG_VERSION_NUMBER|UNSUPPORTED_PROTOCOL|NO_PROTOCOLS_AVAILABLE|PACKET_LENGTH_TOO_LONG)$/u,
    kind: 'unsafe',
    tell: host => `A secure connection (TLS) to ${host} could not be made.`,
    advice: 'Check the address: does the server speak https?',
    isBeforeSending: true,
  },
  {
    codes: /^(?:EPROTO|ERR_SSL_.*|UND_ERR_PRX_TLS)$/u,
    kind: 'unsafe',
    tell: host => `The secure connection (TLS) to ${host} failed.`,
    advice: LATER,
  },
  {
    codes: /^UND_ERR_CONNECT_TIMEOUT$/u,
    kind: 'timeout',
    tell: host => `${host} timed out: it did not take the connection.`,
    advice: LATER,
    isBeforeSending: true,
  },
  {
    codes: /^ETIMEDOUT$/u,
    kind: 'timeout',
    tell: host => `${host} timed out: the connection went silent.`,
    advice: LATER,
  },
  {
    codes: /^ECONNREFUSED$/u,
    kind: 'refused',
    tell: host => `${host} refused the connection: nobody answers there.`,
    advice: 'Check the address, or try again later.',
    isBeforeSending: true,
  },
  {
    codes: /^(?:ENETUNREACH|EHOSTUNREACH|ENETDOWN|EHOSTDOWN|EADDRNOTAVAIL)$/u,
    kind: 'offline',
    tell: host => `${host} can't be reached from here.`,
    advice: 'Is the network up?',
    isBeforeSending: true,
  },
  {
    codes: /^EAI_AGAIN$/u,
    kind: 'offline',
    tell: host => `${host} can't be reached: its name could not be looked up (DNS).`,
    advice: 'Is the network up?',
    isBeforeSending: true,
  },
  {
    codes: /^(?:ENOTFOUND|ENODATA|EAI_.*)$/u,
    kind: 'missing',
    tell: host => `${host} was not found: no host has that name.`,
    advice: 'Check the spelling.',
    isBeforeSending: true,
  },
  {
    codes: /^(?:UND_ERR_HEADERS_OVERFLOW|HPE_HEADER_OVERFLOW)$/u,
    kind: 'too-large',
    tell: host => `The headers of ${host}'s answer are too large: more than 64 kB.`,
  },
  {
    codes: /^(?:HPE_.*|HTTPParserError|UND_ERR_RES_CONTENT_LENGTH_MISMATCH)$/u,
    kind: 'malformed',
    tell: host => `What ${host} answered is not valid HTTP; the response can't be understood.`,
  },
  {
    codes:
      /^(?:ECONNRESET|EPIPE|ECONNABORTED|UND_ERR_SOCKET|UND_ERR_ABORTED|UND_ERR_INFO|ERR_STREAM_PREMATURE_CLOSE)$/u,
    kind: 'refused',
    tell: host => `${host} closed the connection before its answer was complete.`,
    advice: LATER,
  },
  {
    codes: /^(?:Z_|ZSTD_|ERR_(?:_|BROTLI|ZSTD))/u,
    kind: 'malformed',
    tell: host => `The compressed answer of ${host} is corrupt or cut short and can't be unpacked.`,
    advice: LATER,
  },
  {
    codes: /^UND_ERR_(?:PRX|PROXY)/u,
    kind: 'refused',
    tell: (host, reason) => `The proxy did not lead to ${host}: ${reason}.`,
    advice: 'Check http_proxy and https_proxy in the environment.',
  },
  {
    codes: /^(?:UND_ERR_INVALID_ARG|ERR_INVALID_CHAR|ERR_HTTP_INVALID_HEADER_VALUE)$/u,
    kind: 'malformed',
    tell: (host, reason) => `The request to ${host} could not be made: ${reason}.`,
    advice: "Check this source's headers in the preferences.",
    isBeforeSending: true,
  },
];

export const UNKNOWN: Failure = {
  codes: /^/u,
  kind: 'unexpected',
  tell: (host, reason) => `Asking ${host} failed: ${reason}.`,
};
