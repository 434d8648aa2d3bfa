/** @module-tag long */

import {afterAll, beforeAll, expect, test} from 'vitest';
import {commands} from '../helpers/commands.ts';
import {temporaryHome} from '../helpers/temporary-home.ts';
import type {Home} from '../helpers/temporary-home.ts';
import {openNewsroom} from '../newsroom/newsroom.ts';
import type {Newsroom} from '../newsroom/newsroom.ts';
import {playDesk} from '../newsroom/play-desk.ts';

let home: Home;
let room: Newsroom;
let elsewhere: Newsroom;
beforeAll(async () => {
  home = await temporaryHome();
  elsewhere = await openNewsroom([]);
  room = await openNewsroom([playDesk(elsewhere.origin)]);
});
afterAll(async () => {
  await Promise.all([room.close(), elsewhere.close(), home.remove()]);
});

/** Service, what it plays, the outcome that a script reads, the exit code. */
const STORIES = [
  ['buttondown', 'confirm', 'check-inbox', 0],
  ['buttondown', 'captcha', 'needs-browser', 1],
  ['mailchimp', 'confirm', 'check-inbox', 0],
  ['mailchimp', 'already', 'already', 0],
  ['kit', 'success', 'check-inbox', 0],
  ['kit', 'refused', 'refused', 1],
  ['ghost', 'confirm', 'check-inbox', 0],
  ['ghost', 'busy', 'rate-limited', 1],
  ['listmonk', 'subscribed', 'subscribed', 0],
  ['listmonk', 'broken', 'failed', 1],
  ['mailerlite', 'success', 'check-inbox', 0],
  ['sendy', 'plain', 'check-inbox', 0],
  ['brevo', 'success', 'check-inbox', 0],
  ['form', 'cut', 'failed', 1],
  ['form', 'elsewhere', 'needs-browser', 1],
  ['json', 'subscribed', 'subscribed', 0],
] as const;

test.each(STORIES)('%s, playing %s: %s, exit %i', async (service, situation, outcome, code) => {
  const run = commands(home);
  const feed = `${room.origin}/play/${service}/${situation}/feed.json`;
  const ran = await run(['subscribe', 'ada@example.com', '--to', feed, '--yes', '--json']);
  expect(ran.json()).toMatchObject({version: 1, outcome, host: new URL(room.origin).host});
  expect(ran.code).toBe(code);
  expect(withAddress(service, situation)).toHaveLength(1);
  expect(elsewhere.requests).toEqual([]);
});

/** Requests of this play that carried the address, wherever in them. */
function withAddress(service: string, situation: string) {
  const folder = `/play/${service}/${situation}/`;
  return room.requests.filter(
    ({url, body}) => url.startsWith(folder) && /ada(?:@|%40)example\.com/.test(url + body),
  );
}
