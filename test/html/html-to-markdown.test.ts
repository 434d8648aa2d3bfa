import fc from 'fast-check';
import {expect, test} from 'vitest';
import {htmlToMarkdown} from '../../source/html/html-to-markdown.ts';
import {expectLinear} from '../helpers/work.ts';

const BASE = 'https://blog.example/posts/';
const convert = (html: string) => htmlToMarkdown(html, BASE).trim();

test.each([
  ['<p>One <b>bold</b> and <i>slanted</i> word.</p>', 'One **bold** and *slanted* word.'],
  ['<b>spaces </b>move out', '**spaces** move out'],
  ['<b>one</b><b>two</b>', '**onetwo**'],
  ['<b>Head<br></b>text', '**Head**\\\ntext'],
  ['<b><i>a <br> </i></b>b', '**_a_**\\\nb'],
  ['重要<b>：これ</b>は', '重要：**これ**は'],
  ['word<b>: more</b>', 'word: **more**'],
  ['<i>“so”</i>said', '*“so*”said'],
  ['a_b_c 2 * 3 &lt;tag&gt; &amp;amp;', String.raw`a_b_c 2 \* 3 \<tag> \&amp;`],
  [
    'H<sub>2</sub>O, <kbd>Ctrl</kbd>, <mark>new</mark>, <u>plain</u>',
    'H<sub>2</sub>O, <kbd>Ctrl</kbd>, <mark>new</mark>, plain',
  ],
  ['<s>10</s> <del>20</del>', '~~10~~ ~~20~~'],
  ['<span style="font-weight: 700">strong</span>', '**strong**'],
  ['<b style="font-weight:normal">not strong</b>', 'not strong'],
  ['He said <q>so</q>.', 'He said “so”.'],
  ['<ruby>漢字<rt>かんじ</rt></ruby>', '漢字(かんじ)'],
  ['日本\n語', '日本語'],
])('keeps what is inline: %s', (html, markdown) => {
  expect(convert(html)).toBe(markdown);
});

test('ends a paragraph at two line breaks and keeps a single one', () => {
  expect(convert('one<br>two<br><br>three')).toBe('one\\\ntwo\n\nthree');
});

test('pushes a link into the blocks that it holds', () => {
  expect(convert('<a href="/x"><h3>Title</h3><p>Text</p></a>')).toBe(
    '### [Title](https://blog.example/x)\n\n[Text](https://blog.example/x)',
  );
});

test('keeps the text of a link whose address is unsafe', () => {
  expect(convert('<a href="javascript:alert(1)">click</a> <a href="data:text/html,x">here</a>')).toBe(
    'click here',
  );
});

test('resolves against the base that the page names', () => {
  expect(convert('<base href="/other/"><a href="a">b</a>')).toBe('[b](https://blog.example/other/a)');
});

test('leaves out what nobody sees', () => {
  const html =
    '<script>run()</script><style>p{}</style><p hidden>a</p><p style="display: none">b</p><span class="sr-only">c</span>' +
    '<img src="/p.gif" width="1" height="1" alt="d"><input value="e"><noscript>Turn scripts on</noscript><p>seen</p>';
  expect(convert(html)).toBe('seen');
});

test('nests lists, keeps their start and their boxes', () => {
  expect(convert('<ol start="3"><li>a<ul><li>b</ul><li>c</ol>')).toBe('3. a\n   - b\n4. c');
  expect(convert('<ul><li><input type="checkbox" checked> done<li><input type="checkbox"> open</ul>')).toBe(
    '- [x] done\n- [ ] open',
  );
});

test('sets terms and what is said of them', () => {
  expect(convert('<dl><dt>Term</dt><dd>First</dd><dd>Second</dd></dl>')).toBe('Term\n: First\n: Second');
});

test('makes a callout of the classes that sites give them', () => {
  const html = '<div class="admonition warning"><p class="admonition-title">Warning</p><p>Hot.</p></div>';
  expect(convert(html)).toBe('> [!WARNING]\n> Hot.');
});

test('keeps details with their summary', () => {
  expect(convert('<details><summary>More &amp; more</summary><p>Body</p></details>')).toBe(
    '<details>\n<summary>More &amp; more</summary>\n\nBody\n\n</details>',
  );
});

test('shows films and embedded pages as links with a title', () => {
  expect(convert('<iframe src="https://www.youtube.com/embed/abcdefghijk" title="A talk"></iframe>')).toBe(
    '[A talk](https://www.youtube.com/watch?v=abcdefghijk)',
  );
  expect(convert('<audio src="/a/episode.mp3"></audio>')).toBe(
    '[Audio: episode.mp3](https://blog.example/a/episode.mp3)',
  );
});

test('gives formulas as TeX and does not take prices for them', () => {
  const mathml =
    '<math><semantics><mi>x</mi><annotation encoding="application/x-tex">x^2</annotation></semantics></math>';
  expect(convert(`<p>${mathml} costs $5 or $6.</p>`)).toBe(String.raw`$x^2$ costs \$5 or \$6.`);
  expect(convert('<math><mfrac><mi>a</mi><mi>b</mi></mfrac></math>')).toBe(String.raw`$\frac{a}{b}$`);
});

test('keeps the lines and indents of verse', () => {
  expect(convert('<pre class="verse">one\n  two</pre>')).toBe('one\\\n\u00a0\u00a0two');
});

test('reads elements that XHTML closed in themselves as closed', () => {
  expect(convert('<p><i class="icon"/>plain</p><iframe src="javascript:x"/><p>after</p>')).toBe(
    'plain\n\nafter',
  );
});

test('cleans what references decode to', () => {
  expect(convert('<p>a&#27;[31mb&#x202e;c</p>')).not.toMatch(/[\u001b\u202e]/u);
});

test('loses no text of what is nested too deep, and asks for no more than the page is worth', () => {
  expect(convert(`${'<div>'.repeat(20_000)}deep`)).toContain('deep');
  const unclosed = Array.from({length: 20_000}, (_, index) => `<b class=c${index}><p>`).join('');
  expect(convert(`${unclosed}end`)).toContain('end');
  expect(convert(`${'<blockquote>'.repeat(200)}quoted`)).toContain('quoted');
});

const words = fc
  .array(fc.stringMatching(/^[a-z]{1,8}$/u), {minLength: 1, maxLength: 4})
  .map(list => list.join(' '));
const {tree} = fc.letrec<{tree: string}>(tie => ({
  tree: fc.oneof(
    {depthSize: 'small'},
    words,
    fc
      .tuple(
        fc.constantFrom(
          'p',
          'div',
          'b',
          'em',
          'a',
          'span',
          'ul',
          'li',
          'blockquote',
          'table',
          'h2',
          'section',
          'sup',
          'figure',
        ),
        fc.array(tie('tree'), {maxLength: 4}),
      )
      .map(([name, children]) => element(name, children.join(' '))),
  ),
}));

/**
 * What stands in a table outside of its cells is moved before it by HTML itself, so here it stands in a cell.
 */
function element(name: string, content: string): string {
  return name === 'table'
    ? `<table><tr><td> ${content} </td></tr></table>`
    : `<${name}> ${content} </${name}>`;
}

test('keeps every word in its order, whatever stands in whatever', () => {
  fc.assert(
    fc.property(tree, html => {
      const written = html.replaceAll(/<[^>]*>/gu, ' ').match(/[a-z]+/gu) ?? [];
      const shown =
        htmlToMarkdown(html)
          .replaceAll(/<\/?sup>/gu, ' ')
          .match(/[a-z]+/gu) ?? [];
      expect(shown).toEqual(written);
    }),
    {numRuns: 150},
  );
});

const HEAPS: readonly (readonly [what: string, make: (count: number) => string])[] = [
  ['reading aids', count => `<ruby>${'<rt>a'.repeat(count)}`],
  ['pictures', count => '<img src="a.jpg" alt="b">'.repeat(count)],
  ['paragraphs never closed', count => '<p>a'.repeat(count)],
  ['lines', count => 'a<br>'.repeat(count)],
  ['items of a list', count => '<li>a'.repeat(count)],
  ['lists in lists', count => `${'<ul><li>a'.repeat(60)}${'</li></ul>'.repeat(60)}`.repeat(count / 60)],
  ['rows of a table', count => `<table>${'<tr><td>a</td><td>b</td></tr>'.repeat(count)}`],
  ['links', count => '<a href="https://e.example/a">b</a> '.repeat(count)],
  ['signs of Markdown', count => '*_[`'.repeat(count)],
  ['cells', count => `<pre><table><tr>${'<td>1</td>'.repeat(count)}</tr></table></pre>`],
];

test.each(HEAPS)(
  'looks at the neighbours of %s without looking at all of them',
  {tags: 'long'},
  (_, make) => {
    expectLinear(make, 5000, htmlToMarkdown);
  },
);
