import type {Opening} from '../domain/sync/account.ts';
import type {Http} from '../http/http.ts';
import {Asking} from './ask-server.ts';
import {googleReader} from './google-reader/google-reader.ts';
import {miniflux} from './miniflux/miniflux.ts';
import type {FeedServer} from './server.ts';

/** The server of an account, in the protocol that it speaks. */
export function openServer(opening: Opening, http: Http, signal: AbortSignal, now = Date.now): FeedServer {
  const asking = new Asking(http, signal, now);
  return opening.account.api === 'miniflux' ? miniflux(opening, asking) : googleReader(opening, asking);
}
