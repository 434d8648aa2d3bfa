import {expect, test} from 'vitest';
import {linksAmong} from '../../../source/sources/folder/links.ts';
import {isTangled} from '../../../source/sources/folder/markup/reach.ts';
import {readOrg} from '../../../source/sources/folder/markup/org.ts';
import {readRst} from '../../../source/sources/folder/markup/rst.ts';
import {partsIn} from '../../../source/sources/folder/open-file.ts';
import {expectLinear} from '../../helpers/work.ts';

const NONE = linksAmong([])('a');

const NAMES = {rst: 'a.rst', asciidoc: 'a.adoc', org: 'a.org'} as const;

test.each([
  ['rst', '*a **b'],
  ['rst', '*a '],
  ['rst', '``a '],
  ['rst', '_`a '],
  ['rst', ':a:`b'],
  ['rst', '|a '],
  ['rst', '[a '],
  ['rst', '`a <b\n'],
  ['rst', '-a-'],
  ['rst', '+-+\n'],
  ['rst', '+-+-+\n| | |\n'],
  ['asciidoc', '*a _b'],
  ['asciidoc', '`a '],
  ['asciidoc', '#a '],
  ['asciidoc', '"`a '],
  ['asciidoc', '<<a'],
  ['asciidoc', '[[a'],
  ['asciidoc', '((a'],
  ['asciidoc', 'link:a['],
  ['asciidoc', 'footnote:[a'],
  ['asciidoc', 'pass:[a\n'],
  ['asciidoc', '|===\n9999999*|a\n'],
  ['org', '[['],
  ['org', 'a\n\n'],
  ['org', '[[a]['],
  ['org', '[fn::'],
  ['org', '\\('],
  ['org', '\\[a'],
] as const)('shows a text of %s that repeats %j as it is', async (language, piece) => {
  const text = expectLinear(
    length => piece.repeat(length / piece.length),
    75_000,
    source => {
      expect(isTangled(language, source) || source.length < 20_000).toBe(true);
      return source;
    },
  );
  const {body} = await partsIn(NAMES[language], text, {generator: undefined, links: NONE});
  expect(body).toEqual({format: 'text', content: text});
});

test.each([
  ['rst', '`words <https://a.example>`_ and *more* of **it**, `a`_.\n'],
  ['rst', '+-----+-----+\n| *a* | b   |\n+-----+-----+\n\n'],
  ['asciidoc', '* https://a.example[words] and *more* of `it`, <<a>>.\n'],
  ['asciidoc', '|===\n|*a* |2+|b\n|===\n\n'],
  ['org', '- [[https://a.example][words]] and *more* of =it=.\n'],
] as const)('a long text of %s with ordinary marks is not tangled: %j', (language, piece) => {
  expect(isTangled(language, piece.repeat(2_000_000 / piece.length))).toBe(false);
});

test.each(['#+BEGIN_SRC\n', '#+BEGIN_EXPORT html\n', 'a\n\n', '* a\n', '- a\n\n', '\\begin{a}\n', ':a:\n'])(
  'the work on a text of Org that repeats %j grows no faster than it does',
  piece => {
    expectLinear(
      length => piece.repeat(length / piece.length),
      30_000,
      text => readOrg(text, NONE),
    );
  },
);

test('cuts a long text of Org, and shows the same', () => {
  const part = `* Part
Words[fn:1] of *it*.

- a

- b

#+begin_src js
let a

let b
#+end_src

** Hidden :noexport:
None of this.

Or this.

* Part with a drawer
:PROPERTIES:
:ID: 1
:END:
Words.

`;
  const html = (times: number) =>
    readOrg(part.repeat(times), NONE).html.replaceAll(/\s+|<\/?div[^>]*>/gu, '');
  expect(html(120) === html(1).repeat(120)).toBe(true);
});

test('a long word behind a colon is no work, and roles are still read', () => {
  const {html} = readRst(`std::${'a'.repeat(1000)} and :code:\`b\`, \`c\`:sup:.`, NONE);
  expect(html).toContain('a and <code>b</code>, <sup>c</sup>.');
});

test('substitutions that hold others twice end', () => {
  const names = Array.from({length: 60}, (_, at) => `.. |a${at}| replace:: |a${at + 1}| |a${at + 1}|\n`);
  expect(readRst(`|a0|\n\n${names.join('')}`, NONE).html.length).toBeLessThan(3_000_000);
});

test('raw HTML in AsciiDoc without ends is read once', async () => {
  const raw = '<div class="title"><div class="admonitionblock a"><table><tr><td class="icon">'.repeat(4000);
  const {body} = await partsIn('a.adoc', `++++\n${raw}\n++++\n`, {generator: undefined, links: NONE});
  expect(body.format).toBe('markdown');
});

test.each([
  ['a.org', '| a '.repeat(60_000)],
  ['a.rst', ':a: '.repeat(60_000)],
])('%s that is nested too deep for the stack is shown as it is', async (name, text) => {
  const {body} = await partsIn(name, text, {generator: undefined, links: NONE});
  expect(body).toEqual({format: 'text', content: text});
});
