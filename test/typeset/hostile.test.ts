import {expect, test} from 'vitest';
import {ends, expectLinear} from '../helpers/work.ts';
import {linesOf, setBody} from '../helpers/set-page.ts';

/** Each of these once took minutes, since its work grew faster than its length. */
const HEAPS: readonly (readonly [what: string, make: (count: number) => string])[] = [
  ['nested quotations', many => '> '.repeat(many)],
  ['stars', many => `${'*'.repeat(many)}a${'*'.repeat(many)}`],
  ['underscores', many => '_a_'.repeat(many)],
  ['brackets', many => '['.repeat(many)],
  ['links that never end', many => '[a](b'.repeat(many)],
  [
    'backticks of all lengths',
    many => Array.from({length: many / 10}, (_, length) => `${'`'.repeat(length % 100)}a`).join(''),
  ],
  ['open elements', many => '<div><b><i>'.repeat(many / 4)],
  ['open comments', many => '<!--'.repeat(many)],
  ['dollars', many => '$a '.repeat(many)],
  ['one long word', many => 'a'.repeat(many * 5)],
  ['one long paragraph', many => 'word '.repeat(many)],
  ['marks without letters', many => `a${'\u0301'.repeat(many)}`],
  ['templates', many => '{% {{< '.repeat(many)],
  ['slashes in code', many => `\`\`\`js\n${'/'.repeat(many)}\n\`\`\``],
  ['lists in a note', many => `[^a]\n\n[^a]: b\n${' - '.repeat(many / 2)}`],
  ['notes', many => `${'[^a]'.repeat(many)}\n\n[^a]: b`],
];

test.each(HEAPS)('the work on %s grows no faster than they do', (_, make) => {
  expectLinear(make, 10_000, markdown => {
    const page = setBody(markdown);
    expect(linesOf(page)).toBeDefined();
    expect(page.find('zzz')).toEqual([]);
  });
});

test('a megabyte of signs of notes within a note ends', () => {
  expect(ends(() => linesOf(setBody(`[^1]\n\n[^1]: ${'[^1] '.repeat(200_000)}`)))).toBeDefined();
});

test('lists in lists end', () => {
  const lists = Array.from({length: 500}, (_, depth) => `${' '.repeat(depth * 2)}- a`).join('\n');
  expect(ends(() => linesOf(setBody(lists)))).toBeDefined();
});

/** Of a quarter of a megabyte of each the first screen and the last can be shown. */
const SIZE = 120_000;
const fill = (piece: string) => (size: number) => piece.repeat(Math.floor(size / piece.length));

const LONG: readonly (readonly [what: string, make: (size: number) => string, size?: number])[] = [
  ['one word', fill('a')],
  ['one word of joined emoji', fill('👩‍👩‍👧‍👦')],
  ['a rare script', fill('𒀀𒁀 ')],
  ['a script without spaces', fill('สวัสดีชาวโลก')],
  ['letters with marks', fill('e\u0301')],
  ['right-to-left words', fill('שלום עולם ')],
  ['right-to-left letters in one word', fill('ש')],
  ['characters for private use', fill('\ue000')],
  ['spaces of no width', fill('\u200b')],
  ['joiners of words', fill('a\u2060')],
  // Of one paragraph only the pieces at both ends are read; with fewer than four the work depends on where it
  // is cut.
  ['blanks', size => `a${fill(' ')(size)}b`, 2 * SIZE],
  ['tabs', size => `a${fill('\t')(size)}b`],
  ['addresses', fill('https://example.org/a?b=c ')],
  ['lines in one paragraph', fill('a line of words\n')],
  ['items of a list', fill('- a\n')],
  ['lines of one item', size => `- a\n${fill('  b\n')(size)}`],
  ['lines of a quotation', fill('> a\n')],
  ['lines of code', size => `\`\`\`js\n${fill('let a = 1;\n')(size)}\`\`\``],
  ['one line of code', size => `\`\`\`js\n${fill('let a = 1; ')(size)}\n\`\`\``],
  ['rows of a table', size => `|a|b|\n|-|-|\n${fill('|c|d|\n')(size)}`],
  [
    'columns of a table',
    size => [fill('|a'), fill('|-'), fill('|b')].map(row => `${row(size / 25)}|\n`).join(''),
  ],
  [
    'short rows of a wide table',
    size => `${[fill('|a'), fill('|-')].map(row => `${row(size / 50)}|\n`).join('')}${fill('|b|\n')(size)}`,
  ],
  ['open elements', fill('<div>a\n')],
  ['headings of one name', fill('# a\n')],
  ['signs of definitions', fill(']:')],
  [
    'footnotes',
    size =>
      `${fill('a[^1]\n\n')(size)}${Array.from({length: size / 50}, (_, at) => `[^${at}]: b\n`).join('')}`,
  ],
];

test.each(LONG.map(([what, make, size = SIZE]) => ({what, make, size})))(
  'the work on a quarter of a megabyte of $what grows no faster than it does',
  {tags: 'long'},
  ({make, size}) => {
    expectLinear(make, size, markdown => {
      const page = setBody(markdown);
      expect(page.lines(page.start, 40).length).toBeGreaterThan(0);
      expect(page.lines(page.end(40), 40).length).toBeGreaterThan(0);
      expect(page.links).toBeDefined();
    });
  },
);

test('links in one paragraph do not each keep a copy of it', () => {
  const before = process.memoryUsage().heapUsed;
  const page = setBody(fill('https://example.org/a?b=c ')(1_000_000));
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

test.each(['---\n: it', '***\n: it', '- a\n: it', '*[a]: ---', '*[a]: - it', '*[---]: it', '*[a]: > it'])(
  'what is defined, and by what, may look like a block: %j',
  markdown => {
    expect(linesOf(setBody(`Before.\n\n${markdown}\n\nAfter.`)).join('\n')).toContain('After.');
  },
);
