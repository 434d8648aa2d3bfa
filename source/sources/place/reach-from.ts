import {isLoopbackHost} from '../../domain/publication/location.ts';
import type {Reach} from '../../http/http.ts';
import {isPrivateHost} from '../../http/private-address.ts';

/**
 * The origin of a document; `isPrivate`: it was found at a private address, or its source was when it was
 * added.
 */
export type From = Readonly<{url: string | undefined; isPrivate?: boolean | undefined}>;

/**
 * The hosts that a document may make us ask: public ones. One that comes from a private address may name its
 * own host besides; what is near by its very name may name its neighbours, but what is on this machine only
 * itself: others may have named it, as they may any address.
 */
export function reachFrom({url, isPrivate = false}: From): Reach {
  const host = URL.parse(url ?? '')?.hostname;
  if (!host || !isPrivate) return 'public-only';
  if (isLoopbackHost(host)) return 'public-or-here';
  return isPrivateHost(host) ? 'anywhere' : {publicOr: host};
}
