import {describe, expect, test} from 'vitest';
import {linesOf, setBody} from '../../helpers/set-page.ts';

const set = (html: string): string => linesOf(setBody(html, {measure: 60})).join('\n');

describe('a tag that hides what is in it and never ends', () => {
  test('is a word that looks like a tag, and hides nothing', () => {
    expect(set('**About** <title> and <style> tags')).toBe('About <title> and <style> tags');
    expect(set('<div>\n<xmp> is an old one.\n</div>')).toBe('<xmp> is an old one.');
  });

  test('hides its content where it does', () => {
    expect(set('Before <style>p {}</style>after')).toBe('Before after');
  });
});

test('a cell that reaches over rows and columns leaves them empty, and the others stay in their columns', () => {
  const table =
    '<table><tr><th>a<th>b<th>c</tr><tr><td rowspan=3>1<td>2<td>3</tr><tr><td>4</tr><tr><td>5<td>6</tr></table>';
  expect(set(table).split('\n').slice(2)).toEqual(['1  2  3', '   4', '   5  6']);
});
