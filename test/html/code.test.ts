import {expect, test} from 'vitest';
import {htmlToMarkdown} from '../../source/html/html-to-markdown.ts';

const convert = (html: string) => htmlToMarkdown(html).trim();
const JS = '```js\nlet a = 1;\n  b();\n```';

test.each([
  ['<pre><code class="language-js">let a = 1;\n  b();\n</code></pre>'],
  ['<pre lang="js">let a = 1;\n  b();</pre>'],
  ['<pre data-language="js"><code>let a = 1;\n  b();</code></pre>'],
  ['<div class="highlight highlight-source-js"><pre>let a = 1;\n  b();</pre></div>'],
  [
    '<div class="language-js highlighter-rouge"><div class="highlight"><pre class="highlight"><code>let a = 1;\n  b();</code></pre></div></div>',
  ],
  ['<pre class="brush: js; title: x">let a = 1;<br>  b();</pre>'],
  ['<pre class="hljs js"><code>let a = 1;\n  b();</code></pre>'],
  [
    '<pre class="shiki" data-lang="js"><code><span class="line">let a = 1;</span><span class="line">  b();</span></code></pre>',
  ],
])('knows the language by %s', html => {
  expect(convert(html)).toBe(JS);
});

test.each([
  [
    '<table class="rouge-table"><tr><td class="gutter gl"><pre class="lineno">1\n2\n</pre></td><td class="code"><pre>let a = 1;\n  b();\n</pre></td></tr></table>',
  ],
  [
    '<figure class="highlight"><table><tr><td class="gutter"><pre><span class="line">1</span><br><span class="line">2</span></pre></td><td class="code"><pre>let a = 1;<br>  b();</pre></td></tr></table></figure>',
  ],
  [
    '<table class="js-file-line-container"><tr><td class="blob-num" data-line-number="1"></td><td class="blob-code">let a = 1;</td></tr><tr><td class="blob-num" data-line-number="2"></td><td class="blob-code">  b();</td></tr></table>',
  ],
  [
    '<pre><code><span class="ln">1</span>let a = 1;\n<span class="ln">2</span>  b();</code><button>Copy</button></pre>',
  ],
])('leaves out the numbers of lines: %s', html => {
  expect(convert(html)).toBe('```\nlet a = 1;\n  b();\n```');
});

test('keeps links in inline code, and backticks', () => {
  expect(convert('<code>a <a href="https://x.example/">b</a></code> <code>`</code>')).toBe(
    '`a` [`b`](https://x.example/) `` ` ``',
  );
});

test('takes code that holds lines for a block', () => {
  expect(convert('<p><code>one<br>two</code></p>')).toBe('```\none\ntwo\n```');
});
