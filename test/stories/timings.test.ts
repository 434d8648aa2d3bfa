import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {writeBlog} from '../helpers/blog.ts';
import {aHome, reader} from '../helpers/story.ts';

test('--timings says when the first frame stood and how long frames took; --log has what was opened', async () => {
  const home = await aHome();
  const blog = await writeBlog(home.folder);
  const log = join(home.folder, 'inkwell.log');
  const terminal = reader(home, {columns: 260, arguments: [blog, '--timings', '--log', log]});
  await terminal.until('1 of 12');
  terminal.act('down', 'down');
  await terminal.until('3 of 12');
  terminal.act('quit');
  expect((await terminal.exit()).code).toBe(0);
  expect(terminal.screen().replaceAll(/\s+/g, ' ')).toMatch(
    /Milliseconds since the process began: \d+\..*first frame stood after \d+; \d+ frames took [\d.]+ on average, [\d.]+ at most\./,
  );
  const events = (await readFile(log, 'utf8'))
    .trimEnd()
    .split('\n')
    .map(line => JSON.parse(line) as {event: string});
  expect(events.map(({event}) => event)).toContain('open library');
});
