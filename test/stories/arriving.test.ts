import {expect, test} from 'vitest';
import {commands} from '../helpers/commands.ts';
import {aHome, aServer, reader} from '../helpers/story.ts';
import type {Terminal} from '../helpers/terminal.ts';
import type {WebServer} from '../helpers/web-server.ts';

const feed = (days: readonly number[]): string =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>Tides</title><link>https://example.org/</link>${days
    .map(
      day =>
        `<item><title>Tide of day ${day}</title><guid>${day}</guid><pubDate>${new Date(Date.UTC(2026, 9, day)).toUTCString()}</pubDate><description>High water.</description></item>`,
    )
    .join('')}</channel></rss>`;

const serve = (server: WebServer, days: readonly number[]): void =>
  server.serve('/feed.xml', {headers: {'content-type': 'application/rss+xml'}, body: feed(days)});

/** Rows of the list: everything but the head, which counts, and the status line. */
const rows = (terminal: Terminal): string[] => terminal.lines().slice(2, -1);

test('what another refresh brings moves no row, is counted, and comes in at a key', async () => {
  const [home, server] = [await aHome(), await aServer()];
  const run = commands(home);
  const before = Array.from({length: 14}, (_, index) => 28 - index * 2);
  serve(server, before);
  await run(['add', `${server.origin}/feed.xml`]);
  const terminal = reader(home);
  await terminal.until(/▌ ● Tide of day 28[\s\S]*1 of 14/);
  const shown = rows(terminal);

  // Above the first row, and between two rows that are on the screen.
  serve(server, [29, ...before.flatMap(day => (day === 26 ? [27, 26] : [day]))]);
  await run(['refresh', '--force']);
  await terminal.until('2 new Tab');
  expect(rows(terminal)).toEqual(shown);
  expect(terminal.output).toContain('\u001B]2;(2) Inkwell\u0007');

  terminal.act('down');
  await terminal.until(/▌ ● Tide of day 26[\s\S]*2 of 14/);
  terminal.act('show-new');
  await terminal.until(/▌ ● Tide of day 29[\s\S]*Tide of day 28[\s\S]*Tide of day 27[\s\S]*1 of 16/);
  expect(terminal.screen()).not.toContain('2 new');
  terminal.act('show-new');
  await terminal.until('Nothing new has come in.');
  terminal.act('quit');
  await terminal.exit();
  expect(terminal.output.lastIndexOf('\u001B[23;0t')).toBeGreaterThan(0);
});
