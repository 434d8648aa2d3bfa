import {expect, test} from 'vitest';
import {openingOf} from '../../source/sources/article/excerpt.ts';

test.each([
  [
    'Use arr[0] and `list[i]`, or [citation needed], or f(x)[y].',
    'Use arr[0] and list[i], or [citation needed], or f(x)[y].',
  ],
  ['Title\n=====\n\nWords.', 'Words.'],
  ['Title\n---\n\nWords.', 'Words.'],
  ['Opening\n\n## A heading\n\nNext sentence.', 'Opening Next sentence.'],
  ['So 2 * 3 * 4 is 24, 5 _ 6, a < b and b > a.', 'So 2 * 3 * 4 is 24, 5 _ 6, a < b and b > a.'],
  ['snake_case_name and *real* __marks__ and ***both***', 'snake_case_name and real marks and both'],
  ['One \\* two \\[three\\] \\# four', 'One * two [three] # four'],
  ['| a | b |\n| - | - |\n| 1 | 2 |\n\nWords after.', 'Words after.'],
  ['Words.\n\n---\n\nMore.\n\n***', 'Words. More.'],
  [
    'A [link](https://x.example/a_(b) "T"), ![picture](a.png), [ref][r] and [r].\n\n[r]: https://r.example',
    'A link, picture, ref and r.',
  ],
  [
    'See <https://x.example/a_b_c> and https://y.example/*a*',
    'See https://x.example/a_b_c and https://y.example/*a*',
  ],
  ['- [ ] a task\n- another\n\n1. first', 'a task another first'],
  ['> [!NOTE]\n> Mind it.', 'Mind it.'],
  ['```js\nlet a;\n```\n\nWords &amp; signs &lt;b&gt;.', 'Words & signs <b>.'],
  ['Code `a * b * c`, `<b>` and ``a ` b``.', 'Code a * b * c, <b> and a ` b.'],
  ['A <em>tag</em> and\\\na break.', 'A tag and a break.'],
  ['It costs 5 | 6 in a|b.', 'It costs 5 | 6 in a|b.'],
  ['A note[^1] here.\n\n[^1]: Below.', 'A note here.'],
  ['# Only a heading', 'Only a heading'],
])('an opening has the words of the article: %s', (content, opening) => {
  expect(openingOf({format: 'markdown', content})).toBe(opening);
});

test('a heading of HTML does not run into the next sentence', () => {
  expect(
    openingOf({format: 'html', content: '<h1>T</h1><p>One.</p><h2 id=x>Why <b>so</b></h2><p>Two.</p>'}),
  ).toBe('One. Two.');
});
