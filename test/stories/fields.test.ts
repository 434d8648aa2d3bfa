import {expect, test} from 'vitest';
import {readerOnBlog} from '../helpers/story.ts';

async function asking() {
  const {terminal} = await readerOnBlog();
  terminal.act('add');
  await terminal.until('Add a blog');
  return terminal;
}

const LABEL = ' Add a blog: ';

test('readline keys move and cut, by words and graphemes', async () => {
  const terminal = await asking();
  terminal.type('one two 👍three');
  // A terminal that gives the emoji one cell leaves the other one blank.
  await terminal.until(/one two 👍 ?three/);
  terminal.press('ctrl+w');
  await terminal.until(one => one.lines().at(-1)?.includes('three') === false);
  terminal.press('backspace');
  terminal.press('ctrl+a');
  terminal.type('zero ');
  await terminal.until('zero one two');
  terminal.press('ctrl+k');
  await terminal.until(one => one.lines().at(-1)?.includes('one') === false);
});

test('the terminal’s own cursor stands where the next letter goes, also behind wide ones', async () => {
  const terminal = await asking();
  terminal.type('日本');
  await terminal.until(one => one.cursor().x === LABEL.length + 4 && one.cursor().y === 23);
  terminal.press('left');
  await terminal.until(one => one.cursor().x === LABEL.length + 2);
});

test('it stands in the title while the help is searched', {tags: 'long'}, async () => {
  const {terminal} = await readerOnBlog();
  terminal.act('help', 'find');
  terminal.type('日本');
  const start = '  Keys  /'.length;
  await terminal.until(one => one.cursor().x === start + 4 && one.cursor().y === 0);
  terminal.press('home');
  await terminal.until(
    one => one.cursor().x === start && one.lines()[0]?.startsWith('  Keys  /日本') === true,
  );
});

test('what is pasted is cleaned to one line', {tags: 'long'}, async () => {
  const terminal = await asking();
  // Terminals send a line's end as a carriage return.
  terminal.paste('https://one.example/\rfeed\u0007 \u001B[31mred');
  await terminal.until('https://one.example/ feed red');
  expect(terminal.isAlternate).toBe(true);
});

test(
  'what is pasted where nothing is typed is not taken for keys, and that is said',
  {tags: 'long'},
  async () => {
    const {terminal} = await readerOnBlog();
    terminal.paste('jjjQ');
    await terminal.until('Nothing is typed here, so nothing was pasted. / finds, + adds a blog.');
    await terminal.until('1 of 12');
    terminal.act('help', 'find');
    terminal.paste('copy\r');
    await terminal.until(/Keys {2}\/copy[\s\S]*y +Copy the address/);
  },
);
