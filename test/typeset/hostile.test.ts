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
  ['lists in a note', `[^a]\n\n[^a]: b\n${' - '.repeat(MANY / 2)}`],
  ['notes', `${'[^a]'.repeat(MANY)}\n\n[^a]: b`],
])('sets %s in a moment', (_, markdown) => {
  const before = process.cpuUsage().user;
  const page = setBody(markdown);
  expect(linesOf(page)).toBeDefined();
  expect(page.find('zzz')).toEqual([]);
  expect((process.cpuUsage().user - before) / 1e6).toBeLessThan(4);
});

/** A megabyte of each: its first screen and its last are there before anybody wonders, on a slower machine too. */
const MEGABYTE = 1_000_000;
const megabyteOf = (piece: string): string => piece.repeat(Math.floor(MEGABYTE / piece.length));

test.each([
  ['one word', megabyteOf('a')],
  ['one word of joined emoji', megabyteOf('👩‍👩‍👧‍👦')],
  ['a rare script', megabyteOf('𒀀𒁀 ')],
  ['a script without spaces', megabyteOf('สวัสดีชาวโลก')],
  ['letters with marks', megabyteOf('e\u0301')],
  ['right-to-left words', megabyteOf('שלום עולם ')],
  ['right-to-left letters in one word', megabyteOf('ש')],
  ['characters for private use', megabyteOf('\ue000')],
  ['spaces of no width', megabyteOf('\u200b')],
  ['joiners of words', megabyteOf('a\u2060')],
  ['blanks', `a${megabyteOf(' ')}b`],
  ['tabs', `a${megabyteOf('\t')}b`],
  ['addresses', megabyteOf('https://example.org/a?b=c ')],
  ['lines in one paragraph', megabyteOf('a line of words\n')],
  ['items of a list', megabyteOf('- a\n')],
  ['lines of one item', `- a\n${megabyteOf('  b\n')}`],
  ['lines of a quotation', megabyteOf('> a\n')],
  ['lines of code', `\`\`\`js\n${megabyteOf('let a = 1;\n')}\`\`\``],
  ['one line of code', `\`\`\`js\n${megabyteOf('let a = 1; ')}\n\`\`\``],
  ['rows of a table', `|a|b|\n|-|-|\n${megabyteOf('|c|d|\n')}`],
  ['columns of a table', `${'|a'.repeat(10_000)}|\n${'|-'.repeat(10_000)}|\n${'|b'.repeat(10_000)}|\n`],
  ['short rows of a wide table', `${'|a'.repeat(5000)}|\n${'|-'.repeat(5000)}|\n${megabyteOf('|b|\n')}`],
  ['open elements', megabyteOf('<div>a\n')],
  ['headings of one name', megabyteOf('# a\n')],
  ['signs of definitions', megabyteOf(']:')],
  [
    'footnotes',
    `${megabyteOf('a[^1]\n\n')}${Array.from({length: 20_000}, (_, at) => `[^${at}]: b\n`).join('')}`,
  ],
])('a megabyte of %s opens and ends in time', (_, markdown) => {
  const before = process.cpuUsage().user;
  const page = setBody(markdown);
  expect(page.lines(page.start, 40).length).toBeGreaterThan(0);
  const first = process.cpuUsage().user;
  expect(page.lines(page.end(40), 40).length).toBeGreaterThan(0);
  expect(page.links).toBeDefined();
  const seconds = [first - before, process.cpuUsage().user - first].map(time => time / 1e6);
  expect(Math.max(...seconds)).toBeLessThan(2);
});

test('links in one paragraph do not each keep a copy of it', () => {
  const before = process.memoryUsage().heapUsed;
  const page = setBody(megabyteOf('https://example.org/a?b=c '));
  expect(page.links.length).toBeGreaterThan(30_000);
  expect((process.memoryUsage().heapUsed - before) / 1e6).toBeLessThan(300);
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
