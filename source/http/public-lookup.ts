import {lookup} from 'node:dns';
import type {LookupFunction} from 'node:net';
import {isPrivateAddress} from './private-address.ts';

/** Thrown by the connection, reported by failure.ts. */
export const PRIVATE_ADDRESS = 'ERR_PRIVATE_ADDRESS';
export const PUBLIC_ADDRESS = 'ERR_PUBLIC_ADDRESS';

/** The addresses that a connection may be made to. */
export type Allowed = 'any' | 'public' | 'private';

/**
 * Resolves a name for one connection, reports whether it is private, and refuses one with any address that is
 * not allowed. The connection is made to the very addresses that were looked at, so a second, different
 * answer of the name server changes nothing.
 */
export function judgingLookup(
  allowed: Allowed,
  judged: (hostname: string, isPrivate: boolean) => void,
): LookupFunction {
  return (hostname, options, done) => {
    lookup(hostname, {...options, all: true}, (error, addresses) => {
      if (error) return done(error, '', 0);
      const near = addresses.filter(({address}) => isPrivateAddress(address));
      const far = addresses.filter(({address}) => !isPrivateAddress(address));
      judged(hostname, far.length === 0);
      if (near.length > 0 && allowed === 'public') return done(privateAddress(hostname), '', 0);
      if (far.length > 0 && allowed === 'private') return done(publicAddress(hostname), '', 0);
      // A public host with a private address besides is a public host: it must not pass for one that is near.
      const used = far.length > 0 ? far : near;
      const [first] = used;
      if (!first) return done(privateAddress(hostname), '', 0);
      return options.all ? done(null, used) : done(null, first.address, first.family);
    });
  };
}

export function privateAddress(hostname: string): Error {
  return Object.assign(new Error(`${hostname} has a private address`), {code: PRIVATE_ADDRESS, hostname});
}

export function publicAddress(hostname: string): Error {
  return Object.assign(new Error(`${hostname} has a public address`), {code: PUBLIC_ADDRESS, hostname});
}
