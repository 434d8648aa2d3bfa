import {lookup} from 'node:dns';
import type {LookupFunction} from 'node:net';
import {isPrivateAddress} from './private-address.ts';

/** Thrown by the connection, reported by failure.ts. */
export const PRIVATE_ADDRESS = 'ERR_PRIVATE_ADDRESS';

/**
 * Resolves a name for one connection, reports whether any of its addresses is private, and refuses it then unless it may
 * be. The connection is made to the very addresses that were looked at, so a second, different answer of the name server
 * changes nothing.
 */
export function judgingLookup(
  mayBePrivate: boolean,
  judged: (hostname: string, isPrivate: boolean) => void,
): LookupFunction {
  return (hostname, options, done) => {
    lookup(hostname, {...options, all: true}, (error, addresses) => {
      if (error) return done(error, '', 0);
      const [first] = addresses;
      const isPrivate = addresses.some(({address}) => isPrivateAddress(address));
      judged(hostname, isPrivate);
      if (!first || (isPrivate && !mayBePrivate)) return done(privateAddress(hostname), '', 0);
      return options.all ? done(null, addresses) : done(null, first.address, first.family);
    });
  };
}

export function privateAddress(hostname: string): Error {
  return Object.assign(new Error(`${hostname} has a private address`), {code: PRIVATE_ADDRESS, hostname});
}
