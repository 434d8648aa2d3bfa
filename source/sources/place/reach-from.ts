import type {Reach} from '../../http/http.ts';
import {isPrivateHost} from '../../http/private-address.ts';

/**
 * Where a document is from; `isPrivate`: it was found at a private address, or its source was when it was
 * added.
 */
export type From = Readonly<{url: string | undefined; isPrivate?: boolean | undefined}>;

/**
 * How far what stands in a document may make us ask: public addresses. One that comes from a private address
 * may name its own host besides; what is near by its very name may name its neighbours.
 */
export function reachFrom({url, isPrivate = false}: From): Reach {
  const host = URL.parse(url ?? '')?.hostname;
  if (!host) return 'public-only';
  if (isPrivateHost(host)) return 'anywhere';
  return isPrivate ? {publicOr: host} : 'public-only';
}
