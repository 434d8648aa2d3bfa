import fc from 'fast-check';
import {expect, test} from 'vitest';
import {linesOf, setBody, setSheet} from '../../helpers/set-page.ts';

const SPOKEN = {measure: 2000, ascii: true, spoken: true} as const;
const said = (markdown: string) => linesOf(setBody(markdown, SPOKEN)).filter(line => line !== '');

test.each([
  ['## A *part*', ['Heading level 2: A part']],
  [
    'A [link](https://x.example/a) and https://y.example/b.',
    ['A link 1, link and link 2, https://y.example/b.'],
  ],
  [
    'It was ~~ten~~ <ins>nine</ins>.',
    ['It was deleted: ten, end of deleted inserted: nine, end of inserted.'],
  ],
  ['2<sup>64.5</sup> and the 1<sup>st</sup>', ['2 to the 64.5 and the 1st']],
  ['> Quoted.', ['Quote:', 'Quoted.', 'End of quote.']],
  ['> [!WARNING]\n> Mind it.', ['Note: Warning', 'Mind it.', 'End of note.']],
  ['***\n\nAfter.', ['Section break.', 'After.']],
  ['![A pier](pier.png)', ['Picture: link 1, A pier']],
  [
    '```python\ndef f(x):\n    if x:\n\n        return {\n        }\n```',
    ['Code, Python, 5 lines', 'def f(x):', '    if x:', '        return {', '        }', 'End of code.'],
  ],
  [
    '- (b) one\n  1. deep\n- [x] two',
    [
      'List, 2 items:',
      'Item 1: (b) one',
      'List, level 2, 1 item:',
      '1. deep',
      'End of list, level 2.',
      'Item 2: Done: two',
      'End of list.',
    ],
  ],
  [
    '| Name | Age |\n|---|---|\n| Ada | 36 |\n| Bob | |',
    [
      'Table, 2 rows, 2 columns:',
      'Columns: Name; Age',
      'Row 1: Name: Ada; Age: 36',
      'Row 2: Name: Bob; Age: empty',
      'End of table.',
    ],
  ],
  ['Term\n: Meaning', ['Term: Term', 'Meaning']],
  ['So[^1].\n\n[^1]: The note.', ['So, footnote 1.', 'Footnote 1: The note.']],
])('says %s', (markdown, lines) => {
  expect(said(markdown).map(line => line.trimEnd())).toEqual(lines);
});

test('the head and the cards of an article are said without a rule or a badge', () => {
  const lines = linesOf(setSheet({markdown: 'Words.'}, SPOKEN)).join('\n');
  expect(lines).toContain('Words.');
  expect(lines).not.toMatch(DRAWN);
});

/** What is drawn elsewhere, and no author wrote here. */
const DRAWN = /[\u2190-\u21ff\u2500-\u25ff•◦▪│|╭─━=*_#~`>‹›]|--/u;

/** Blocks of numbered words, so that their order can be told. */
function blocksOf(kinds: readonly string[]): {markdown: string; words: string[]; code: string[]} {
  const words: string[] = [];
  const code: string[] = [];
  const word = (): string => `w${words.push(`w${words.length}`) - 1}`;
  const line = (indent: number): string => {
    const text = `${' '.repeat(indent)}${word()} {`;
    code.push(text);
    return text;
  };
  const make = (kind: string): string => {
    if (kind === 'heading') return `## ${word()} ${word()}`;
    if (kind === 'list') return `- ${word()}\n- ${word()}\n  - ${word()}\n- ${word()}`;
    if (kind === 'numbers') return `3. ${word()}\n4. **${word()}**`;
    if (kind === 'code') return `\`\`\`js\n${line(0)}\n${line(2)}\n\n${line(4)}\n\`\`\``;
    if (kind === 'table') return `| ${word()} | ${word()} |\n|---|---|\n| ${word()} | ${word()} |`;
    if (kind === 'quote') return `> ${word()} ${word()}\n>\n> ${word()}`;
    if (kind === 'rule') return '***';
    if (kind === 'picture') return `![${word()}](a.png)`;
    if (kind === 'link') return `${word()} [${word()}](https://x.example/) ~~${word()}~~ ${word()}`;
    if (kind === 'html') return `<div><p>${word()} <b>${word()}</b></p><ul><li>${word()}</li></ul></div>`;
    return `${word()} *${word()}* \`${word()}\``;
  };
  return {markdown: kinds.map(make).join('\n\n'), words, code};
}

test('every word and line of code is said in order, and nothing is drawn', () => {
  const kind = fc.constantFrom(
    ...'paragraph heading list numbers code table quote rule picture link html'.split(' '),
  );
  fc.assert(
    fc.property(fc.array(kind, {minLength: 1, maxLength: 12}), kinds => {
      const {markdown, words, code} = blocksOf(kinds);
      const lines = said(markdown);
      const heard = Array.from(lines.join('\n').matchAll(/\bw\d+\b/gu), ([one]) => one);
      // Names of columns are said again with each cell.
      expect([...new Set(heard)]).toEqual(words);
      expect(lines.filter(line => line.endsWith('{'))).toEqual(code);
      expect(lines.join('\n')).not.toMatch(DRAWN);
    }),
    {numRuns: 1000},
  );
});
