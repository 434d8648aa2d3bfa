import type {Reach} from '../../http/http.ts';
import {isPrivateHost} from '../../http/private-address.ts';

/**
 * The origin of a document; `isPrivate`: it was found at a private address, or its source was when it was
 * added.
 */
export type From = Readonly<{url: string | undefined; isPrivate?: boolean | undefined}>;

/**
 * The hosts that a document may make us ask: public ones. One that comes from a private address may name its
 * own host besides; what is near by its very name may name its neighbours. An address alone proves nothing: a
 * file or a server may have named it.
 */
export function reachFrom({url, isPrivate = false}: From): Reach {
  const host = URL.parse(url ?? '')?.hostname;
  if (!host || !isPrivate) return 'public-only';
  return isPrivateHost(host) ? 'anywhere' : {publicOr: host};
}
