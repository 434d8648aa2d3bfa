import {lookup} from 'node:dns';
import type {LookupFunction} from 'node:net';
import {isPrivateAddress} from './private-address.ts';

/** Thrown by the connection, told by failure.ts. */
export const PRIVATE_ADDRESS = 'ERR_PRIVATE_ADDRESS';

/**
 * Resolves a name for one connection and refuses it when any of its addresses is private. The connection is made to
 * the very addresses that were looked at, so a second, different answer of the name server changes nothing.
 */
export const publicLookup: LookupFunction = (hostname, options, done) => {
  lookup(hostname, {...options, all: true}, (error, addresses) => {
    if (error) return done(error, '', 0);
    const [first] = addresses;
    if (!first || addresses.some(({address}) => isPrivateAddress(address))) {
      return done(
        Object.assign(new Error(`${hostname} has a private address`), {code: PRIVATE_ADDRESS}),
        '',
        0,
      );
    }
    return options.all ? done(null, addresses) : done(null, first.address, first.family);
  });
};
