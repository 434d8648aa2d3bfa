import {describe, expect, test} from 'vitest';
import {htmlToMarkdown} from '../../source/html/html-to-markdown.ts';
import {linesOf, setBody} from '../helpers/set-page.ts';

/* What HTML means, as it comes out on the page without colours. */

const page = (html: string) =>
  linesOf(setBody(htmlToMarkdown(html, 'https://blog.example/'), {measure: 60})).filter(line => line !== '');

describe('the numbers of a list are its author’s', () => {
  test.each([
    ['<ol start="5"><li>a<li>b</ol>', ['5. a', '6. b']],
    ['<ol start="-1"><li>a<li>b<li>c</ol>', ['-1. a', '0. b', '1. c']],
    ['<ol reversed><li>a<li>b<li>c</ol>', ['3. a', '2. b', '1. c']],
    ['<ol reversed start="10"><li>a<li value="4">b<li>c</ol>', ['10. a', '4. b', '3. c']],
    ['<ol><li>a<li value="7">b<li>c</ol>', ['1. a', '7. b', '8. c']],
    ['<ol type="A" start="26"><li>a<li>b</ol>', ['Z. a', 'AA. b']],
    ['<ol type="i" start="4"><li>a<li>b<li>c</ol>', ['iv. a', 'v. b', 'vi. c']],
    ['<ol type="I" start="0"><li>a<li>b</ol>', ['0. a', 'I. b']],
    ['<ol style="list-style-type: lower-alpha"><li>a<li>b</ol>', ['a. a', 'b. b']],
    ['<ol><li>a<li></li><li>c</ol>', ['1. a', '3. c']],
    ['<ul><li>x<ol start="3"><li>a<li>b</ol></ul>', ['• x', '3. a', '4. b']],
    ['<blockquote><ol type="a"><li>a<li>b</ol></blockquote>', ['│ a. a', '│ b. b']],
  ])('%s', (html, lines) => {
    expect(page(html).map(line => line.trim())).toEqual(lines);
  });
});

describe('definitions end where they end, whatever is in them', () => {
  test.each([
    ['code', '<pre>make\n\nmake test</pre>', ['    │ make', '    │', '    │ make test']],
    [
      'highlighted code',
      '<div class="highlight"><pre><code class="language-sh">make</code></pre></div>',
      ['    ┌ sh', '    │ make'],
    ],
    ['a list', '<ul><li>a<li>b</ul>', ['    • a', '    • b']],
    ['two paragraphs', '<p>a</p><p>b</p>', ['    a', '    b']],
    ['a quotation', '<blockquote>a</blockquote>', ['    │ a']],
    ['definitions', '<dl><dt>u<dd>v</dl>', ['    u', '        v']],
    ['nothing', '', []],
  ])('%s', (_, inner, lines) => {
    const html = `<dl><dt>T<dd>${inner}</dd></dl><p>After <b>it</b>.</p><h2>Heading</h2>`;
    expect(page(html)).toEqual(['T', ...lines, 'After it.', 'Heading', '───────']);
  });

  test('a table', () => {
    const lines = page('<dl><dt>T<dd><table><tr><th>a<th>b<tr><td>1<td>2</table></dl><p>After.').join('\n');
    expect(lines).toMatch(/^T\n(?: {4}[^\n]+\n)+After\.$/);
  });

  test('several terms, several meanings and terms without any', () => {
    expect(
      page('<dl><dt>-v<dt>--verbose<dd>Say more.<dd>Twice: more yet.<dt>-x<dd><dt>-q<dd>Quiet.</dl>'),
    ).toEqual(['-v', '--verbose', '    Say more.', '    Twice: more yet.', '-x', '-q', '    Quiet.']);
  });
});

test.each([
  ['2<sup>10</sup>, H<sub>2</sub>O', '2¹⁰, H₂O'],
  ['2<sup>64.5</sup>', '2^64.5'],
  ['10<sup>1,000</sup> and 10<sup>−1.5</sup>', '10^1,000 and 10^−1.5'],
  ['x<sub>i,j</sub> and x<sub>(i,q)</sub>', 'x_i,j and x_(i,q)'],
  ['e<sup>y²/2</sup>', 'e^(y²/2)'],
  ['word<sup>®</sup> and <sup>Small print, it is.</sup>', 'word® and Small print, it is.'],
])('a power does not melt into its base: %s', (html, line) => {
  expect(page(`<p>${html}</p>`)).toEqual([line]);
});

test('what is deleted or inserted has signs where nothing can be struck out', () => {
  expect(page('<p>It was <del>$100</del> <ins>$80</ins>.</p>')).toEqual(['It was ~~$100~~ ++$80++.']);
});

test('quotations in quotations take the other marks', () => {
  expect(page('<p><q>a <q>b <q>c</q></q></q> <q>d</q></p>')).toEqual(['“a ‘b “c”’” “d”']);
  expect(linesOf(setBody('<q>a <q>b</q></q>'))).toEqual(['“a ‘b’”']);
});

test('text in a CDATA section of Markdown is read', () => {
  expect(linesOf(setBody('<![CDATA[\nif (a < b) stop\n]]>\nAfter.'))).toEqual([
    'if (a < b) stop',
    '',
    'After.',
  ]);
});

test('who said a quotation stands in it', () => {
  expect(page('<blockquote><p>Words.</p><footer>— <cite>Ada</cite></footer></blockquote>')).toEqual([
    '│ Words.',
    '│',
    '│ — Ada',
  ]);
});

test('the number of a link does not touch an address', () => {
  expect(
    page('<p>See https://x.example/a_b, or <a href="https://y.example/">www.y.example</a>.</p>'),
  ).toEqual(['See https://x.example/a_b ¹, or www.y.example ².']);
});

describe('captions and numbers of lines are not code', () => {
  const CODE = ['┌ go', '│ a := 1', '│ b := 2'];
  const code = '<code class="language-go">a := 1\nb := 2\n</code>';
  test.each([
    [
      'cells without classes',
      `<table><tr><td><pre><code>1\n2\n</code></pre></td><td><pre>${code}</pre></td></tr></table>`,
    ],
    [
      'spans that can’t be selected',
      `<pre>${code.replaceAll(/(?<=>|\n)(?=[ab])/g, '<span style="-webkit-user-select:none;user-select:none">7</span>')}</pre>`,
    ],
    [
      'spans of Pygments',
      `<pre>${code.replaceAll(/(?<=>|\n)(?=[ab])/g, '<span class="linenos">1</span>')}</pre>`,
    ],
    [
      'spans with a class that has a hash',
      `<pre>${code.replaceAll(/(?<=>|\n)(?=[ab])/g, '<span class="codeLineNumber_x9">1</span>')}</pre>`,
    ],
    [
      'spans of react-syntax-highlighter',
      `<pre>${code.replaceAll(/(?<=>|\n)(?=[ab])/g, '<span class="comment linenumber react-syntax-highlighter-line-number">1</span>')}</pre>`,
    ],
    ['a block of numbers beside', `<div class="gutter"><pre>1\n2</pre></div><pre>${code}</pre>`],
    [
      'rows of highlight.js',
      '<pre><code class="hljs language-go"><table class="hljs-ln"><tr><td class="hljs-ln-numbers" data-line-number="1"></td><td class="hljs-ln-code">a := 1</td></tr><tr><td class="hljs-ln-numbers" data-line-number="2"></td><td class="hljs-ln-code">b := 2</td></tr></table></code></pre>',
    ],
  ])('%s', (_, html) => {
    expect(page(html)).toEqual(CODE);
  });

  test('numbers that are the code stay', () => {
    expect(page('<pre>17\n18</pre>')).toEqual(['│ 17', '│ 18']);
  });

  test('a caption above code is its title, and the picture before it keeps none', () => {
    const html = `<p><img src="a.png" alt="A pier"></p><figure><figcaption>lamp.go</figcaption><pre>${code}</pre></figure>`;
    expect(page(html).slice(-3)).toEqual(['┌ go · lamp.go', ...CODE.slice(1)]);
    expect(page(html).slice(0, -3).join('')).not.toContain('lamp');
  });
});
