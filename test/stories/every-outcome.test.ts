/** @module-tag long */

import {afterAll, beforeAll, expect, test} from 'vitest';
import {aHome, reader} from '../helpers/story.ts';
import {expectContract} from '../newsletters/received.ts';
import {EVERY_PLAY} from '../newsroom/every-play.ts';
import type {Told} from '../newsroom/every-play.ts';
import {openNewsroom} from '../newsroom/newsroom.ts';
import type {Newsroom} from '../newsroom/newsroom.ts';
import {playDesk} from '../newsroom/play-desk.ts';

let room: Newsroom;
let elsewhere: Newsroom;
beforeAll(async () => {
  elsewhere = await openNewsroom([]);
  room = await openNewsroom([playDesk(elsewhere.origin)]);
});
afterAll(async () => {
  await Promise.all([room.close(), elsewhere.close()]);
});

/** What stands on the screen, and what can be done about it. */
const SHOWN: Readonly<Record<Told, RegExp>> = {
  'check-inbox': /has taken the address[\s\S]*\n +Enter done/,
  subscribed: /says that you are subscribed\.[\s\S]*\n +Enter done/,
  already: /says that the address is already subscribed\.[\s\S]*\n +Enter done/,
  'rate-limited':
    /takes no more sign-ups for now\. Try\s+again\s+(?:later|in\s+\d+\s+(?:second|minute)s)\.[\s\S]*\n +Enter done/,
  refused: /refused: [\s\S]*\n +e edit and try again +Enter done/,
  'needs-browser': /wants to see a browser first\.[\s\S]*\n +o open the page +Enter done/,
  'failed-before': /Nothing was sent\.[\s\S]*\n +e edit and try again +Enter done/,
  'failed-after': /The address may have reached[\s\S]*\n +Enter done/,
};

const EMAIL = 'ada@example.com';

test.each(Object.entries(EVERY_PLAY))(
  '%s: at the prompt every outcome is told, after one request or none',
  async (service, plays) => {
    const feeds = Object.keys(plays).map(one => `${room.origin}/play/${service}/${one}/feed.json`);
    const terminal = reader(await aHome(), {arguments: feeds, rows: 30, columns: 100});
    await terminal.until(`of ${feeds.length} unread`);
    terminal.act('publications');
    await terminal.until('Publications');
    terminal.act('bottom');
    for (const [situation, told] of Object.entries(plays).toReversed()) {
      await terminal.until(new RegExp(`▌ +Newsroom: ${service}, ${situation} `));
      const before = room.requests.length;
      terminal.act('subscribe');
      await terminal.until(/Goes to 127\.0\.0\.1:\d+, on this machine\./);
      terminal.type(`${EMAIL}\r`);
      await terminal.until(SHOWN[told]);
      const sent = room.requests
        .slice(before)
        .filter(({url, body}) => /ada(?:@|%40)example/.test(url + body));
      if (told === 'failed-before') expect(sent).toEqual([]);
      else expectContract(sent, {service, situation, email: EMAIL});
      terminal.press('enter');
      await terminal.until('Publications');
      terminal.act('up');
    }
    expect(elsewhere.requests).toEqual([]);
  },
);

test.each(['substack', 'beehiiv'])('%s: its page is offered, and nothing is sent', async service => {
  const feed = `${room.origin}/play/${service}/page/feed.json`;
  const terminal = reader(await aHome(), {arguments: [feed]});
  await terminal.until('1 of 1 unread');
  const before = room.requests.length;
  terminal.act('subscribe');
  await terminal.until(
    /takes sign-ups in a\s+browser only[\s\S]*Inkwell sends\s+nothing itself\.[\s\S]*o open the page/i,
  );
  terminal.press('esc');
  await terminal.until('1 of 1 unread');
  expect(room.requests.slice(before)).toEqual([]);
});
