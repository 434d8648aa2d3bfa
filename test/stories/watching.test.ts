import {writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {readerOnBlog} from '../helpers/story.ts';

test('what is written into a folder is in the list a moment later, and the selection stays on its article', async () => {
  const {terminal, blog} = await readerOnBlog();
  terminal.act('down', 'down');
  await terminal.until(/▌ ● Entry 3 of the log/);
  // The watch begins after the first frame: the file is touched until the list has heard of it.
  const hearing = new AbortController();
  const heard = terminal.until('13 of 13 unread').then(() => hearing.abort());
  for (let text = ''; !hearing.signal.aborted; text += '.') {
    await writeFile(
      join(blog, 'news.md'),
      `---\ntitle: A ship in the fog\ndate: 2026-11-01\n---\n\nShe came in at noon${text}\n`,
    );
    await Promise.race([heard, new Promise(resolve => void setTimeout(resolve, 1000))]);
  }
  expect(terminal.screen()).toMatch(/▌ ● Entry 3 of the log/);
  terminal.act('top');
  await terminal.until(/▌ ● A ship in the fog/);
});
