/* The parts of undici that are used, without what else its index loads: fetch, WebSocket, caches, mocks. */

declare module 'undici/lib/api/api-request.js' {
  import type {Dispatcher} from 'undici';

  /** Asks over the dispatcher that it is called on; the promise is that of `Dispatcher.request`. */
  export default function request(
    this: Dispatcher,
    options: Dispatcher.RequestOptions,
  ): Promise<Dispatcher.ResponseData>;
}

declare module 'undici/lib/dispatcher/env-http-proxy-agent.js' {
  import {EnvHttpProxyAgent} from 'undici';

  export default EnvHttpProxyAgent;
}
