import type {AccountTest, Opening} from '../domain/sync/account.ts';
import type {Http} from '../http/http.ts';
import {passesAuthorization} from './find-server.ts';
import {openServer} from './open-server.ts';

/** Signs in and looks what is there. Nothing is changed on either side. */
export async function testAccount(opening: Opening, http: Http, signal: AbortSignal): Promise<AccountTest> {
  const passes = await passesAuthorization(opening.account, http, signal).catch(() => undefined);
  const server = openServer(opening, http, signal);
  await server.enter();
  const feeds = (await server.feeds()).length;
  return {feeds, unread: await server.unreadCount(), passesAuthorization: passes};
}
