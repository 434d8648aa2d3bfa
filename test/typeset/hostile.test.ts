import {expect, test} from 'vitest';
import {linesOf, setBody} from '../helpers/set-page.ts';

/** What grows faster than its length is written often enough to be noticed: each of these once took minutes. */
const MANY = 20_000;

test.each([
  ['nested quotations', '> '.repeat(MANY)],
  ['nested lists', Array.from({length: 500}, (_, depth) => `${' '.repeat(depth * 2)}- a`).join('\n')],
  ['stars', `${'*'.repeat(MANY)}a${'*'.repeat(MANY)}`],
  ['underscores', '_a_'.repeat(MANY)],
  ['brackets', '['.repeat(MANY)],
  ['links that never end', '[a](b'.repeat(MANY)],
  [
    'backticks of all lengths',
    Array.from({length: 2000}, (_, length) => `${'`'.repeat(length % 100)}a`).join(''),
  ],
  ['open elements', '<div><b><i>'.repeat(MANY / 4)],
  ['open comments', '<!--'.repeat(MANY)],
  ['dollars', '$a '.repeat(MANY)],
  ['one long word', 'a'.repeat(MANY * 5)],
  ['one long paragraph', 'word '.repeat(MANY)],
  ['marks without letters', `a${'\u0301'.repeat(MANY)}`],
  ['templates', '{% {{< '.repeat(MANY)],
  ['slashes in code', `\`\`\`js\n${'/'.repeat(MANY)}\n\`\`\``],
  ['notes', `${'[^a]'.repeat(MANY)}\n\n[^a]: b`],
])('sets %s in a moment', (_, markdown) => {
  const before = process.cpuUsage().user;
  const page = setBody(markdown);
  expect(linesOf(page)).toBeDefined();
  expect(page.find('zzz')).toEqual([]);
  expect((process.cpuUsage().user - before) / 1e6).toBeLessThan(4);
});

test('a book in one paragraph is found through as well', () => {
  expect(setBody('word '.repeat(50_000)).find('word', 2000)).toHaveLength(2000);
});

test('controls in the text never become marks of ours, nor reach the terminal', () => {
  const lines = linesOf(
    setBody('a \u0002b\u0004x\u0003b \u001b[31mred\u001b]0;title\u0007 &#27;[2J &#2;b&#4;', {
      hyperlinks: true,
    }),
  );
  expect(lines.join('\n')).not.toMatch(/[\0-\x09\x0b-\x1f\x7f-\x9f]/);
});
