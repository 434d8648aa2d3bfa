/** @module-tag long */

import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {printableText} from '../../source/domain/text/printable.ts';
import {htmlToMarkdown} from '../../source/html/html-to-markdown.ts';
import {markdownFromText} from '../../source/sources/text/markdown-from-text.ts';
import {Manuscript} from '../../source/typeset/article/manuscript.ts';
import {createReader} from '../../source/typeset/markdown/reader.ts';
import {wordsOf} from '../../source/typeset/text/flow.ts';

/* From HTML to the canonical form to the page: the same words and characters, whatever they look like. */

const reader = createReader();

function composed(markdown: string) {
  const manuscript = new Manuscript(
    markdown,
    {base: 'https://blog.example/', isAscii: false, isColourless: false, isSpoken: false},
    reader,
  );
  return [
    ...Array.from({length: manuscript.count}, (_, index) => manuscript.part(index)).flat(),
    ...manuscript.notes(),
  ];
}

function wordsOn(markdown: string): string {
  return composed(markdown)
    .flatMap(({flows}) => flows)
    .map(flow => wordsOf(flow))
    .join('\n');
}

/** White space is laid out anew, and what is invisible steers only the breaking. */
function solid(text: string): string {
  return text.replaceAll(/[\s\u00ad\u200b\u2060\ufeff]+/gu, '');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

const SIGNS =
  '== ^ ^2^ ~ ~~ ~x~ || | ::: :::note $ $$ {{ }} {% %} {{< >}} {#id} {:.c} [^1] [^1]: ^[note] [ ] [x] [!NOTE] :smile: * ** _ __ ` ``` ~~~ # ## > - + 1. 1) --- === : :: *[a]: [a]: [a](b) ![a](b) <b> </p> <!-- --> &amp; &copy; \\ \\( \\[ ! !! " \' % @ = += /* */ // https://x.example/~a_b https://x.example/?a[]=1&b=2 www.x.example/_a_ me_too@mail.example'.split(
    ' ',
  );

const text = fc
  .array(
    fc.oneof(
      {weight: 3, arbitrary: fc.constantFrom(...SIGNS)},
      {weight: 2, arbitrary: fc.constantFrom(' ', 'x', 'word', '1', 'é', '語', '\n')},
      {weight: 1, arbitrary: fc.string({unit: 'grapheme', maxLength: 5})},
    ),
    {minLength: 1, maxLength: 9},
  )
  .map(parts => printableText(parts.join('')))
  .filter(one => solid(one) !== '');

const PLACES: Readonly<Record<string, (text: string) => string>> = {
  paragraph: inner => `<p>${inner}</p>`,
  'a paragraph behind a break': inner => `<p>first<br>${inner}</p>`,
  'the second of two paragraphs': inner => `<p>first</p><p>${inner}</p>`,
  heading: inner => `<h2>${inner}</h2>`,
  item: inner => `<ul><li>${inner}</li><li>last</li></ul>`,
  'item of a numbered list': inner => `<ol type="a" start="3"><li>${inner}</li></ol>`,
  'head of a table': inner =>
    `<table><tr><th>${inner}</th><th>b</th></tr><tr><td>c</td><td>d</td></tr></table>`,
  cell: inner => `<table><tr><th>a</th><th>b</th></tr><tr><td>${inner}</td><td>d</td></tr></table>`,
  quotation: inner => `<blockquote><p>${inner}</p></blockquote>`,
  caption: inner => `<figure><video src="v.mp4" title="v"></video><figcaption>${inner}</figcaption></figure>`,
  term: inner => `<dl><dt>${inner}</dt><dd>meaning</dd></dl>`,
  definition: inner => `<dl><dt>term</dt><dd>${inner}</dd></dl>`,
  'second block of a definition': inner => `<dl><dt>term</dt><dd><p>a</p><p>${inner}</p></dd></dl>`,
  summary: inner => `<details><summary>${inner}</summary><p>body</p></details>`,
  link: inner => `<p><a href="https://x.example/">${inner}</a></p>`,
  'strong words': inner => `<p>a <strong>${inner}</strong> b</p>`,
  'emphasis within a word': inner => `<p>a<em>${inner}</em>b</p>`,
  'deleted words': inner => `<p>a <del>${inner}</del> b</p>`,
  'inline code': inner => `<p>a <code>${inner}</code> b</p>`,
};

describe.each(Object.entries(PLACES))('text in a %s', (_, place) => {
  const around = solid(wordsOn(htmlToMarkdown(place('MIDDLE')))).split('MIDDLE');

  test('comes out as the same characters', () => {
    fc.assert(
      fc.property(text, inner => {
        const markdown = htmlToMarkdown(place(`w${escaped(inner)}w`));
        expect(solid(wordsOn(markdown))).toBe(around.join(`w${solid(inner)}w`));
      }),
      {numRuns: 300},
    );
  });
});

test('text that begins and ends with any sign comes out as the same characters', () => {
  fc.assert(
    fc.property(text, inner => {
      expect(solid(wordsOn(htmlToMarkdown(`<p>${escaped(inner)}</p>`)))).toBe(solid(inner));
    }),
    {numRuns: 1000},
  );
});

test('plain text comes out as the same characters', () => {
  fc.assert(
    fc.property(text, inner => {
      const line = `w${inner.replaceAll('\n', ' ')}w`;
      expect(solid(wordsOn(markdownFromText(line)))).toBe(solid(line));
    }),
    {numRuns: 1000},
  );
});

function linesIn(code: string): readonly string[] {
  return code.split('\n').map(line => line.replaceAll('\u200b', '').trimEnd());
}

test('code comes out line by line', () => {
  fc.assert(
    fc.property(fc.array(text, {minLength: 1, maxLength: 4}), parts => {
      const code = `(\n  ${parts.join('\n\n    ')}\n)`;
      for (const place of ['%', '<blockquote>%</blockquote>', '<ul><li>%</li></ul>', '<dl><dt>t<dd>%</dl>']) {
        const html = place.replace('%', () => `<pre>${escaped(code)}</pre>`);
        const blocks = composed(htmlToMarkdown(html));
        const flow = blocks.flatMap(({flows}) => flows).find(one => one.text.startsWith('('));
        expect(linesIn(flow?.text ?? '')).toEqual(linesIn(code.replaceAll('\u00a0', ' ')));
      }
    }),
    {numRuns: 300},
  );
});

test('an address keeps every character in what is shown and in where it leads', () => {
  const path = fc.string({
    unit: fc.constantFrom(..."abz09~_*[]()&=?;:+,.!$-/|{}^`%25'".split('')),
    maxLength: 20,
  });
  fc.assert(
    fc.property(path, fc.constantFrom('p', 'li', 'td', 'h2', 'dd', 'em'), (rest, name) => {
      const address = `https://x.example/${rest}a`;
      if (!URL.canParse(address) || /[)\]}]/.test(rest)) return;
      const [block] = composed(htmlToMarkdown(`<${name}>See ${escaped(address)} now</${name}>`));
      expect(wordsOf(block!.flows[0]!)).toBe(`See ${address} now`);
      expect(block!.links.map(([{target}]) => target)).toEqual([{kind: 'url', url: new URL(address).href}]);
    }),
    {numRuns: 1000},
  );
});
