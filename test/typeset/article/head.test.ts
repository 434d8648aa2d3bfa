import {describe, expect, test} from 'vitest';
import {toHtml} from '../../../source/typeset/output/to-html.ts';
import {ARTICLE, linesOf, setSheet} from '../../helpers/set-page.ts';

function headOf(article: Partial<typeof ARTICLE>, markdown: string, measure = 60): string {
  const lines = linesOf(setSheet({article: {...ARTICLE, ...article}, markdown, related: []}, {measure}));
  return lines.slice(0, lines.indexOf('')).join('\n') + '\n' + lines.slice(lines.indexOf('')).join('\n');
}

const TEXT =
  '## Beginnings\n\nInk was made of [soot](https://example.com) and gum[^1], and *sold* by the stick. It kept for years.\n\n[^1]: Of the acacia.';

describe('an excerpt', () => {
  test.each([
    [
      'is nothing but the first lines',
      'Ink was made of soot and gum, and sold by the stick. It kept for years.',
    ],
    ['was cut in the middle of a word', 'Ink was made of soot and gum^1, and sold by the st…'],
    ['begins with the heading', 'Beginnings Ink was made of soot and gum, and sold by the stick.'],
  ])('that %s is not set above them', (_, excerpt) => {
    expect(headOf({excerpt}, TEXT).match(/made of/g)).toHaveLength(1);
    expect(toHtml({article: {...ARTICLE, excerpt}, markdown: TEXT}).match(/made of/g)).toHaveLength(1);
  });

  test('that says something of its own is', () => {
    const excerpt = 'How ink was sold, and why it kept for so many years in the cold of the libraries.';
    expect(headOf({excerpt}, TEXT)).toContain('How ink was sold');
    expect(toHtml({article: {...ARTICLE, excerpt}, markdown: TEXT})).toContain('How ink was sold');
  });

  test('in a script without spaces is compared all the same', () => {
    const text = '墨は生きている。松を燃やして煤を集め、膠と練り合わせ、型に入れて乾かす。';
    expect(headOf({excerpt: `${text.slice(0, 20)}…`}, text).match(/墨は/g)).toHaveLength(1);
  });
});

test('code in a title stands without its marks', () => {
  expect(headOf({title: 'Changes to `u128` and `i128`'}, 'Text.')).toContain('Changes to u128 and i128');
});
