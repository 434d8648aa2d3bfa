import {isIP, type LookupFunction} from 'node:net';
import EnvHttpProxyAgent from 'undici/lib/dispatcher/env-http-proxy-agent.js';
import {ProblemError} from '../domain/problem.ts';
import type {Reach} from './exchange.ts';
import {isLoopbackHost} from '../domain/publication/location.ts';
import {isPrivateHost} from './private-address.ts';
import {judgingLookup, privateAddress, publicAddress, type Allowed} from './public-lookup.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/** Chooses the connections by which a host may be asked: any, or only those to public addresses. */
export type Dispatchers = Readonly<{
  for(hostname: string, reach: Reach): EnvHttpProxyAgent;
  /** Connections that are used once: what goes over them can't be sent again after an idle one has died. */
  once(hostname: string, reach: Reach): EnvHttpProxyAgent;
  /**
   * True if a host that was connected to has a private address. A host behind a proxy is judged by its name
   * alone.
   */
  isPrivate(hostname: string): boolean;
  /** The lookup of a host's name where it is asked directly; undefined where a proxy asks it. */
  direct(url: URL, reach: Reach): LookupFunction | undefined;
  close(): Promise<void>;
}>;

export function createDispatchers(environment: Environment): Dispatchers {
  const agents = new Map<Allowed, EnvHttpProxyAgent>();
  const found = new Map<string, boolean>();
  const lookupFor = (allowed: Allowed): LookupFunction =>
    judgingLookup(allowed, (hostname, isPrivate) => found.set(hostname, isPrivate));
  const create = (allowed: Allowed): EnvHttpProxyAgent => createAgent(environment, lookupFor(allowed));
  return {
    for(hostname, reach) {
      const allowed = allowedAt(hostname, reach, environment);
      const dispatcher = agents.get(allowed) ?? create(allowed);
      agents.set(allowed, dispatcher);
      return dispatcher;
    },
    once: (hostname, reach) => create(allowedAt(hostname, reach, environment)),
    isPrivate: hostname => isPrivateHost(hostname) || found.get(hostname) === true,
    direct({hostname, protocol}, reach) {
      const {httpProxy, httpsProxy} = proxiesIn(environment);
      const proxy = protocol === 'https:' ? httpsProxy : httpProxy;
      return proxy === '' || isLoopbackHost(hostname)
        ? lookupFor(allowedAt(hostname, reach, environment))
        : undefined;
    },
    async close() {
      await Promise.all([...agents.values()].map(dispatcher => dispatcher.destroy()));
      agents.clear();
    },
  };
}

/** Throws where the host's name alone says that it is out of reach. */
function allowedAt(hostname: string, reach: Reach, environment: Environment): Allowed {
  const isNear = isPrivateHost(hostname);
  if (reach === 'private-only') {
    // A proxy looks the name up itself, and an address is not looked up.
    if (!isNear && (isProxied(environment) || isIP(hostname.replaceAll(/[[\]]/gu, '')) !== 0))
      throw publicAddress(hostname);
    return 'private';
  }
  if (reach === 'public-or-here' && isLoopbackHost(hostname)) return 'any';
  if (reach === 'anywhere' || (typeof reach === 'object' && reach.publicOr === hostname)) return 'any';
  if (!isNear) return 'public';
  throw privateAddress(hostname);
}

/**
 * Certificates are always checked, whatever NODE_TLS_REJECT_UNAUTHORIZED says. HTTP/2 is left out: one
 * parser, whose limits hold for every answer. Times are limited by deadline.ts alone.
 */
function createAgent(environment: Environment, lookup: LookupFunction): EnvHttpProxyAgent {
  const tls = {rejectUnauthorized: true};
  return new EnvHttpProxyAgent({
    ...proxiesIn(environment),
    allowH2: false,
    headersTimeout: 0,
    bodyTimeout: 0,
    maxHeaderSize: 65_536,
    connect: {
      ...tls,
      timeout: 10_000,
      // Node's own 250 ms for each address are too short for a slow line.
      autoSelectFamilyAttemptTimeout: 1000,
      lookup,
    },
    requestTls: tls,
    proxyTls: tls,
  });
}

/**
 * An empty string keeps undici from looking into `process.env` itself. This machine is never asked by way of
 * a proxy.
 */
function proxiesIn(environment: Environment): {httpProxy: string; httpsProxy: string; noProxy: string} {
  const any = variable(environment, 'all_proxy') ?? '';
  return {
    httpProxy: proxyAddress(variable(environment, 'http_proxy') ?? any),
    httpsProxy: proxyAddress(variable(environment, 'https_proxy') ?? any),
    noProxy: [variable(environment, 'no_proxy') ?? '', 'localhost', '127.0.0.1', '::1'].join(','),
  };
}

function isProxied(environment: Environment): boolean {
  const {httpProxy, httpsProxy} = proxiesIn(environment);
  return httpProxy !== '' || httpsProxy !== '';
}

function variable(environment: Environment, name: string): string | undefined {
  return environment[name] || environment[name.toUpperCase()] || undefined;
}

function proxyAddress(text: string): string {
  const address = text === '' || text.includes('://') ? text : `http://${text}`;
  if (address === '' || URL.canParse(address)) return address;
  throw new ProblemError({
    kind: 'malformed',
    // A password may stand in it.
    message: `The proxy “${text.replace(/^(\w+:\/\/)?.*@/su, '$1***@')}” in the environment is no address.`,
    advice: 'Set http_proxy and https_proxy to addresses like http://proxy.example:3128.',
  });
}
