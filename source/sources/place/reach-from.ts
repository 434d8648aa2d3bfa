import type {Reach} from '../../http/http.ts';
import {isPrivateHost} from '../../http/private-address.ts';

/**
 * The origin of a document; `isPrivate`: it was found at a private address, or its source was when it was
 * added.
 */
export type From = Readonly<{url: string | undefined; isPrivate?: boolean | undefined}>;

/**
 * The hosts that a document may make us ask: public ones. One that comes from a private address may name its
 * own host besides; what is near by its very name may name its neighbours.
 */
export function reachFrom({url, isPrivate = false}: From): Reach {
  const host = URL.parse(url ?? '')?.hostname;
  if (!host) return 'public-only';
  if (isPrivateHost(host)) return 'anywhere';
  return isPrivate ? {publicOr: host} : 'public-only';
}
