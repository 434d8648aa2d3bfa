import {describe, expect, test} from 'vitest';
import {linkList} from '../../../source/typeset/output/link-list.ts';
import {toHtml} from '../../../source/typeset/output/to-html.ts';
import {ARTICLE, STYLE, setBody} from '../../helpers/set-page.ts';

const html = (markdown: string): string => toHtml({article: ARTICLE, markdown, bodyOnly: true});

describe('HTML', () => {
  test('is what the article says, in elements', () => {
    expect(
      html('# T\n\n**a *b* c**\n\n- [x] one\n- two\n\n> q\n\n| h |\n|--:|\n| 1 |\n\n```js\na < b\n```'),
    ).toBe(
      [
        '<h1 id="t">T</h1>',
        '<p><strong>a <em>b</em> c</strong></p>',
        '<ul>\n<li><input type="checkbox" disabled checked> one</li>\n<li>two</li>\n</ul>',
        '<blockquote>\n<p>q</p>\n</blockquote>',
        '<table>\n<thead><tr><th style="text-align: right">h</th></tr></thead>\n<tbody><tr><td style="text-align: right">1</td></tr></tbody>\n</table>',
        '<pre><code class="language-js">a &lt; b</code></pre>\n',
      ].join('\n'),
    );
  });

  test('lets nothing through that acts', () => {
    const result = html(
      '<script>alert(1)</script>\n\n[a](javascript:alert(1)) <img src=x onerror="alert(1)"> <a href="JaVaScRiPt:x" onclick="y">b</a> <iframe src="data:text/html,z"></iframe>\n\n<div onclick="x()" style="x">c</div>\n\n`<b>`',
    );
    expect(result).not.toMatch(/script|onerror|onclick|data:|<div|<iframe/i);
    expect(result).toContain('<code>&lt;b&gt;</code>');
  });

  test('keeps quotation marks in addresses from ending an attribute', () => {
    expect(html('[a](<https://example.com/"onload="x>)')).toContain(
      'href="https://example.com/%22onload=%22x"',
    );
  });

  test('leads from notes to the text and back', () => {
    const result = html('a[^n]\n\n[^n]: b');
    expect(result).toContain('<sup><a href="#note-1" id="reference-1">1</a></sup>');
    expect(result).toContain('<li id="note-1">b <a href="#reference-1">↩</a></li>');
  });

  test('begins with the head of the article, its title once', () => {
    const result = toHtml({article: ARTICLE, markdown: '# The second thousand users\n\nText.'});
    expect(result.match(/<h1/g)).toHaveLength(1);
    expect(result).toContain(
      '<p>Mara Lindqvist · <time datetime="2026-11-12T00:00:00.000Z">12 November 2026</time></p>',
    );
  });
});

describe('the list of links', () => {
  test('has each address once, by its number, in lines that fit', () => {
    const page = setBody(
      '[a](https://example.com/a) [b](https://example.com/a/long/path/to/b) [a](https://example.com/a) [c](#c)',
      {measure: 30},
    );
    expect(linkList(page, STYLE)).toEqual([
      'Links',
      '1  https://example.com/a',
      '2  https://example.com/a/long/',
      '   path/to/b',
    ]);
  });

  test('is not there when nothing is linked', () => {
    expect(linkList(setBody('text'), STYLE)).toEqual([]);
  });
});
