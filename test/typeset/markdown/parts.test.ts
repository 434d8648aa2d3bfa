import {lexer} from 'marked';
import type {Links} from 'marked';
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {definitionsIn, mayRefer} from '../../../source/typeset/markdown/definitions.ts';
import {Footnotes} from '../../../source/typeset/markdown/notes.ts';
import {createReader} from '../../../source/typeset/markdown/reader.ts';
import {Splitter} from '../../../source/typeset/markdown/splitter.ts';

const reader = createReader();
const definitions = (text: string): ReturnType<typeof definitionsIn> =>
  definitionsIn(text, part => reader.definition(part));

function partsOf(text: string): string[] {
  const splitter = new Splitter(text, () => definitions(text).ranges);
  const parts: string[] = [];
  for (let part = splitter.next(); part; part = splitter.next()) parts.push(part.source);
  return parts;
}

/** Kinds and texts of the blocks, blank lines aside. */
function blocksOf(markdown: string): string[] {
  return lexer(markdown)
    .filter(({type}) => type !== 'space' && type !== 'def')
    .map(({type, raw}) => `${type}: ${raw.trim()}`);
}

const LONG = 'A paragraph that is long enough to fill a part with a few of its kind. '.repeat(30);

describe('an article in parts', () => {
  test('is cut between blocks, and read in parts it says the same', () => {
    const blocks = [
      LONG,
      `- one\n\n  ${LONG}\n\n- two`,
      `\`\`\`\n${LONG}\n\n\n# no heading\n\n${LONG}\n\`\`\``,
      `<!--\n${LONG}\n\n${LONG}\n-->`,
      `> quoted\n\n1. ${LONG}\n\n2. two`,
      `<pre>\n\n${LONG}\n\n</pre>`,
      `<details>\n<summary>More</summary>\n\n${LONG}\n\n<details>\n\n${LONG}\n\n</details>\n\n${LONG}\n\n</details>`,
      '![a](b.png)\n\n*A caption*',
      '# End',
    ];
    fc.assert(
      fc.property(fc.shuffledSubarray(blocks, {minLength: 3}), chosen => {
        const markdown = chosen.join('\n\n');
        expect(partsOf(markdown).flatMap(blocksOf)).toEqual(blocksOf(markdown));
      }),
      {numRuns: 40},
    );
  });

  test('is cut within a block that is longer than any author’s, and goes on with it', () => {
    const line = 'let answer = 6 * 7;\n'.repeat(8000);
    const code = partsOf(`\`\`\`js\n${line}\`\`\`\n\nEnd`).flatMap(part => lexer(part));
    expect(code.filter(({type}) => type === 'code').map(one => 'lang' in one && one.lang)).toEqual([
      'js',
      'js',
      'js',
    ]);
    expect(code.at(-1)?.raw).toBe('End');
    const rows = '| 1 | 2 |\n'.repeat(14_000);
    const tables = partsOf(`| a | b |\n| - | - |\n${rows}`).flatMap(part => lexer(part));
    expect(tables.map(({type}) => type)).toEqual(['table', 'table', 'table']);
    const starts = (text: string): readonly string[] => partsOf(text).map(part => part.slice(0, 4));
    expect(starts(`<!--\n${line}-->\n\nEnd`)).toEqual(['<!--', '<!--', '<!--', 'End']);
    expect(starts(`<pre class="a">\n${line}</pre>\n\nEnd`)).toEqual(['<pre', '<pre', '<pre', 'End']);
    expect(partsOf('word '.repeat(50_000)).join('')).toBe('word '.repeat(50_000));
    expect(partsOf('😀'.repeat(100_000)).every(part => part.isWellFormed())).toBe(true);
  });

  test('is cut where it may be, so that the first part of a book is short', () => {
    expect(partsOf(Array.from({length: 50}, () => LONG).join('\n\n')).length).toBeGreaterThan(20);
  });
});

const PIECES = [
  '[a]',
  '[a][]',
  '[a][b]',
  '![b]',
  '[b](/x)',
  '`[a]`',
  '`',
  '``',
  '\\',
  '```\n[a]\n```',
  '```',
  '\n',
  '\n\n',
  '- [x] ',
  '    - [x] ',
  '- [ ] a',
  '> ',
  'a',
  ']',
  '[',
];

describe('a part that refers to nothing', () => {
  test('reads the same whatever is defined elsewhere', () => {
    const links: Links = {a: {href: '/a'}, b: {href: '/b'}, x: {href: '/c'}};
    let silent = 0;
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...PIECES), {maxLength: 14}), pieces => {
        const source = pieces.join('');
        if (mayRefer(source)) return;
        silent++;
        const read = (known: Links): unknown => JSON.stringify(reader.blocks(source, known));
        expect(read(links)).toBe(read({}));
      }),
      {numRuns: 3000},
    );
    expect(silent).toBeGreaterThan(200);
  });

  test('is told from one that does, without looking into code', () => {
    expect(mayRefer('A [link](/a) and `an[index]`.\n\n```js\na[0] = b[1];\n```\n\n- [x] done')).toBe(false);
    expect(mayRefer('A [link] and [another][a].')).toBe(true);
  });
});

describe('definitions', () => {
  test('of links are known to every part, the first of a label counts, and code is no definition', () => {
    const {links} = definitions(
      '[a]: /first\n[A]: /second\n\ntext\n[b]: /in-a-paragraph\n\n```\n[c]: /code\n```\n\n# Heading\n[d]:\n  <with space> "Title"\n',
    );
    expect(Object.keys(links)).toEqual(['a', 'd']);
    expect(links['a']?.href).toBe('/first');
    expect(links['d']).toEqual({href: 'with space', title: 'Title'});
  });

  test('of footnotes are taken out of the text, and numbered as they are read', () => {
    const text = 'First.\n\n[^a]: A\n[^b]: B\n\n    more of B\n\n[^c]: never\n\nAfter.';
    const {notes, ranges} = definitions(text);
    const footnotes = new Footnotes(() => notes);
    expect([
      footnotes.numberOf('B'),
      footnotes.numberOf('a'),
      footnotes.numberOfInline('here it is'),
      footnotes.numberOf('b'),
      footnotes.numberOf('x'),
    ]).toEqual([1, 2, 3, 1, undefined]);
    footnotes.addTheRest();
    expect(footnotes.notes).toEqual([
      {number: 1, source: 'B\n\nmore of B\n\n', isReferred: true},
      {number: 2, source: 'A\n', isReferred: true},
      {number: 3, source: 'here it is', isReferred: true},
      {number: 4, source: 'never\n\n', isReferred: false},
    ]);
    expect(ranges.map(([from, to]) => text.slice(from, to)).join('')).not.toContain('After');
    expect(partsOf(text).join('')).toBe('First.\n\nAfter.');
  });
});

test('the reader leaves the `marked` that others use as it is', () => {
  expect(lexer('$a$ **b**')[0]?.raw).toBe('$a$ **b**');
  expect(JSON.stringify(lexer('$x^2$'))).not.toContain('formula');
});
