import {join} from 'node:path';
import {expect, test} from 'vitest';
import {aServer, readerOnBlog} from '../helpers/story.ts';

const GOLDEN = join(import.meta.dirname, 'spoken.txt');

test('read aloud, everything is plain text that is only appended', async () => {
  const server = await aServer();
  server.serve('/subscribe', {headers: {'content-type': 'application/json'}, body: '{"ok":true}'});
  const newsletter = `newsletter:\n  heading: Letters from the lamp\n  pitch: One letter a month.\n  subscribers: 2,500+\n  promises: [No spam]\n  url: ${server.origin}/subscribe\n  method: json\n  field: address\n`;
  const {terminal} = await readerOnBlog({
    newsletter,
    arguments: ['--screen-reader'],
    environment: {INKWELL_SPEECH_ROW: 'position,unread,title,author,time'},
    columns: 100,
    rows: 100,
  });
  terminal.act('down');
  await terminal.until('2 of 12');
  terminal.act('down', 'open');
  await terminal.until('Space reads on.');
  terminal.act('page-down');
  await terminal.until(/End of list\.$/);
  terminal.act('find');
  terminal.type('harbour\r');
  await terminal.until('Match 1 of 1.');
  terminal.act('contents', 'top', 'down');
  await terminal.until('2 of 6, Watch 2 of entry 3, level 2');
  terminal.press('enter');
  await terminal.until('Heading level 2: Watch 2 of entry 3');
  terminal.act('back', 'back');
  await terminal.until(/row 3 of 12\.\nread, .*minute read$/);
  terminal.act('toggle-star');
  await terminal.until('Capital U undoes it.');
  terminal.act('subscribe');
  await terminal.until(/Goes to[\s\S]*Your email address:$/);
  terminal.type('ada@gmial.com');
  await terminal.until('Did you mean');
  terminal.press('tab');
  await terminal.until('ada@gmail.com');
  terminal.press('enter');
  await terminal.until('Enter closes.');
  terminal.press('enter');
  await terminal.until(
    /Enter closes\.\nBack in The Lighthouse Log, row 3 of 12\.\nread, starred, .*minute read$/,
  );
  terminal.act('back');
  expect((await terminal.exit()).code).toBe(0);
  expect(terminal.output).not.toContain('\u001B[?1049h');
  expect(terminal.output.replaceAll(/\u001B\[\?(?:2004[hl]|25h)/g, '')).not.toMatch(/\u001B|[─-╿▀-▟●]/);
  const said = terminal.screen().replaceAll(new URL(server.origin).host, 'HOST');
  await expect(`${said}\n`).toMatchFileSnapshot(GOLDEN);
});

test.each(['INKWELL_SCREEN_READER=1', 'INK_SCREEN_READER=true', 'ACCESSIBLE=1'])(
  '%s asks for it too',
  {tags: 'long'},
  async setting => {
    const [name = '', value] = setting.split('=');
    const {terminal} = await readerOnBlog({environment: {[name]: value}});
    await terminal.until(/1 of 12, unread, Entry 1 of the log, Ada Brandt, .*, 2 minute read/);
    expect(terminal.isAlternate).toBe(false);
  },
);
