import type {Reach} from '../../http/http.ts';
import {isPrivateHost} from '../../http/private-address.ts';

/**
 * How far what stands in a document may make us ask: public addresses, and the host that the document is from. What
 * itself is near may name its neighbours.
 */
export function reachFrom(address: string | undefined): Reach {
  const host = URL.parse(address ?? '')?.hostname;
  if (!host) return 'public-only';
  return isPrivateHost(host) ? 'anywhere' : {publicOr: host};
}
