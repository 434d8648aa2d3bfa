import {expect, test} from 'vitest';
import {htmlToMarkdown} from '../../source/html/html-to-markdown.ts';

const convert = (html: string) => htmlToMarkdown(html, 'https://blog.example/p').trim();
const NOTES = 'Text[^1] on.\n\n[^1]: The note.';

test.each([
  [
    'kramdown',
    '<p>Text<sup id="fnref:1"><a href="#fn:1" class="footnote">1</a></sup> on.</p><div class="footnotes"><ol><li id="fn:1"><p>The note. <a href="#fnref:1">↩</a></p></li></ol></div>',
  ],
  [
    'pandoc',
    '<p>Text<a href="#fn1" id="fnref1"><sup>1</sup></a> on.</p><section class="footnotes"><hr><ol><li id="fn1"><p>The note.<a href="#fnref1">↩︎</a></p></li></ol></section>',
  ],
  [
    'a newsletter',
    '<p>Text<a id="anchor-1" href="#note-1">1</a> on.</p><div class="footnote"><a id="note-1" href="#anchor-1">1</a><div><p>The note.</p></div></div>',
  ],
  [
    'a word processor',
    '<p>Text<a href="#_ftn1" name="_ftnref1">[1]</a> on.</p><p><a href="#_ftnref1" name="_ftn1">[1]</a> The note.</p>',
  ],
  [
    'a feed with whole addresses',
    '<p>Text<sup id="r1"><a href="https://blog.example/p#n1">1</a></sup> on.</p><ol><li id="n1">The note. <a href="https://blog.example/p#r1">back</a></li></ol>',
  ],
])('recognises the notes of %s', (_name, html) => {
  expect(convert(html)).toBe(NOTES);
});

test('takes no table of contents for notes', () => {
  const html =
    '<ul><li><a id="t1" href="#s1">1</a></li></ul><h2 id="s1"><a href="#t1">Section</a></h2><p>Text</p>';
  expect(convert(html)).not.toContain('[^');
});

const noteOf = (id: string) =>
  `<p>${id}<sup id="r${id}"><a href="#n${id}">1</a></sup></p><ol><li id="n${id}">note ${id} <a href="#r${id}">↩</a></li></ol>`;

test('tells notes of one name apart', () => {
  expect(convert(noteOf('a') + noteOf('b'))).toBe('a[^1]\n\n[^1]: note a\n\nb[^1-2]\n\n[^1-2]: note b');
});
