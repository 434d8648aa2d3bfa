import {expect, test} from 'vitest';
import {htmlToMarkdown} from '../../source/html/html-to-markdown.ts';

const convert = (html: string) => htmlToMarkdown(html, 'https://blog.example/p/').trim();

test('keeps a table of data, its alignment and what spans', () => {
  const html =
    '<table><tr><th>A<th align="right">B<tr><td>1|2<td align="right">x<tr><td colspan="2">wide</table>';
  expect(convert(html)).toBe('| A | B |\n| - | -: |\n| 1\\|2 | x |\n| wide | |');
});

test('sets lists and paragraphs of a cell in lines', () => {
  expect(convert('<table><tr><th>A<th>B<tr><td><p>1</p><p>2</p><td><ul><li>x<li>y</ul></table>')).toContain(
    '| 1<br>2 | • x<br>• y |',
  );
});

test('takes tables that only place things apart', () => {
  expect(convert('<table role="presentation"><tr><td>one</td><td>two</td></tr></table>')).toBe('one\n\ntwo');
  expect(
    convert(
      '<table><tr><td><h2>Head</h2><p>text</p></td><td>side</td></tr><tr><td>x</td><td>y</td></tr></table>',
    ),
  ).toBe('## Head\n\ntext\n\nside\n\nx\n\ny');
  expect(convert('<table><tr><td><table><tr><th>A<th>B<tr><td>1<td>2</table></td></tr></table>')).toBe(
    '| A | B |\n| - | - |\n| 1 | 2 |',
  );
});

test('does not let spans fill the memory', () => {
  const rows = '<tr><td colspan="1000" rowspan="65534">x<td>y'.repeat(500);
  expect(convert(`<table><tr><th>A<th>B${rows}</table>`).length).toBeLessThan(2_000_000);
});

test.each([
  ['<img src="a.png" alt="Alt" title="Title">', '![Alt](https://blog.example/p/a.png "Title")'],
  ['<img src="data:image/gif;base64,R0" data-src="a.png" alt="x">', '![x](https://blog.example/p/a.png)'],
  ['<img srcset="s.png 300w, l.png 900w" alt="x">', '![x](https://blog.example/p/l.png)'],
  [
    '<picture><source srcset="w.webp 2x, v.webp 1x"><img alt="x"></picture>',
    '![x](https://blog.example/p/w.webp)',
  ],
  [
    '<img class="lazy" src="data:x" alt="x"><noscript><img src="a.png" alt="x"></noscript>',
    '![x](https://blog.example/p/a.png)',
  ],
  [
    '<figure><img src="data:x" data-src="a.png" alt="x"><figcaption>C</figcaption><noscript><img src="a-full.png" alt="x"></noscript></figure>',
    '![x](https://blog.example/p/a.png)\n\n*C*',
  ],
  ['<img src="javascript:x" alt="only words">', '![only words]()'],
  ['<img class="emoji" alt="🎉" src="e.png">', '🎉'],
  ['<img src="https://pixel.wp.com/b.gif?x=1" alt="">', ''],
])('finds the picture of %s', (html, markdown) => {
  expect(convert(html)).toBe(markdown);
});

test('sets a caption below its picture', () => {
  expect(
    convert('<figure><img src="a.png" alt="Alt"><figcaption>By <a href="/b">B</a></figcaption></figure>'),
  ).toBe('![Alt](https://blog.example/p/a.png)\n\n*By [B](https://blog.example/b)*');
});
