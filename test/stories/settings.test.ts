import {expect, test} from 'vitest';
import {commands} from '../helpers/commands.ts';
import {readerOnBlog} from '../helpers/story.ts';

test('settings show at once what they come to, and are kept', async () => {
  const {terminal, home} = await readerOnBlog({rows: 40});
  terminal.act('settings');
  await terminal.until(/▌ Theme +terminal[\s\S]*A heading, and what follows it/);
  const accent = () => terminal.cells()[2]?.[0]?.ink;
  const before = accent();
  terminal.act('open');
  await terminal.until(/▌ Theme +light/);
  expect(accent()).not.toEqual(before);
  terminal.act('down', 'open');
  await terminal.until(/▌ Width of the text +76 cells/);
  terminal.act('down', 'down', 'down', 'down', 'down', 'open');
  await terminal.until(/▌ Keys +vim[\s\S]*Ctrl-D +Half a page down/);
  terminal.press('esc');
  await terminal.until('Notes from the lamp room');
  const run = commands(home);
  expect((await run(['config', 'get', 'theme'])).stdout.trim()).toBe('light');
  expect((await run(['config', 'get', 'measure'])).stdout.trim()).toBe('76');
  expect((await run(['config', 'get', 'keys.preset'])).stdout.trim()).toBe('vim');
});

test('without colours the settings say why no theme shows', {tags: 'long'}, async () => {
  const {terminal} = await readerOnBlog({environment: {NO_COLOR: '1'}});
  terminal.act('settings');
  await terminal.until(/▌ Theme[\s\S]*Without colours \(NO_COLOR/);
});

test('the list is made denser by a key', {tags: 'long'}, async () => {
  const {terminal} = await readerOnBlog();
  terminal.act('density');
  await terminal.until(one => !one.screen().includes('What the sea did'));
  terminal.act('density');
  await terminal.until(/● Ada Brandt +Entry 1 [^\n]*\n[^\n]*● Jon Vale +Entry 2 /);
});
