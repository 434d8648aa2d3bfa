import {expect, test} from 'vitest';
import {openFolder} from '../../../source/sources/folder/folder.ts';
import {bodyToMarkdown} from '../../../source/sources/text/body-to-markdown.ts';
import {Shelf} from './shelf.ts';

async function read(name: string, text: string) {
  using shelf = new Shelf({
    [name]: text,
    'other.rst': 'Other\n=====\n\nText.\n',
    'other.org': '#+TITLE: Other\n\nText.',
    'other.adoc': '= Other\n\nText.',
  });
  const {parsed} = await openFolder(shelf.path);
  const article = parsed.articles.find(({path}) => path === name);
  return {
    ...article,
    title: article?.title?.content,
    authors: article?.authors?.map(author => author.name),
    markdown: article?.body ? bodyToMarkdown(article.body).trim() : undefined,
    warnings: parsed.warnings ?? [],
  };
}

test('reads reStructuredText: fields, headings, lists, code, remarks, links, tables, what it has no word for', async () => {
  const text = `
The lamp
########

:date: 2026-01-05
:author: Iris Quill
:tags: oil, glass

Words with *em*, **strong**, \`\`code\`\`, \`a link <https://x.example/a_b>\`_, a named_ one,
\`the other\`_ and :doc:\`other\` & <b>.

.. _named: https://n.example/
.. _the other: named_

Part
====

* one

  * nested

#. first
#. second

.. code-block:: python
   :caption: lamp.py

   print("a < b")

.. note:: Mind the *gap*.

.. figure:: b.png
   :alt: A lamp

   A caption.

.. strange:: Words of it

   More words.

Term
    Its meaning.

=====  =====
A      B
=====  =====
1      2
=====  =====

Literal::

   x = *1*

.. a comment that nobody sees
`;
  const article = await read('lamp.rst', text);
  expect(article).toMatchObject({
    title: 'The lamp',
    authors: ['Iris Quill'],
    tags: ['oil', 'glass'],
    warnings: [],
  });
  expect(article.published?.[0]).toBe('2026-01-05');
  const {markdown = ''} = article;
  for (const words of [
    'Words with *em*, **strong**, `code`, [a link](https://x.example/a_b), a [named](https://n.example/) one,',
    '[the other](https://n.example/) and [Other](other.rst) & \\<b>.',
    '## Part',
    '- one',
    '1. first',
    '**lamp.py**',
    '```python\nprint("a < b")\n```',
    'Mind the *gap*.',
    '![A lamp](b.png)',
    'A caption.',
    'Words of it',
    'More words.',
    'Term',
    'Its meaning.',
    '| 1 ',
    'x = *1*',
  ])
    expect(markdown).toContain(words);
  expect(markdown).not.toMatch(/nobody sees|:date:|\.\. /u);
});

test('reads a header of Nikola above reStructuredText', async () => {
  const article = await read(
    'a.rst',
    '.. title: The lamp\n.. date: 2026-01-05 10:00:00 UTC\n.. tags: oil\n\nWords.\n',
  );
  expect(article).toMatchObject({title: 'The lamp', tags: ['oil'], markdown: 'Words.'});
});

test('reads AsciiDoc, and includes no file', async () => {
  const text = `= The lamp: a story
Iris Quill <iris@x.example>; Tom Reed
v1.0, 2026-01-05
:description: Short.
:tags: oil, glass

Words *strong* and https://x.example[a link], see xref:other.adoc[the other].

include::/etc/hostname[]

== Part

* one
** nested

.lamp.rb
[source,ruby]
----
puts "x" # <1>
----
<1> A remark.

WARNING: Mind the gap.

|===
|A |B

|1 |2
|===
`;
  const article = await read('lamp.adoc', text);
  expect(article).toMatchObject({
    title: 'The lamp: a story',
    authors: ['Iris Quill', 'Tom Reed'],
    tags: ['oil', 'glass'],
  });
  expect(article.published?.[0]).toBe('2026-01-05');
  expect(article.excerpt?.content).toBe('Short.');
  const {markdown = ''} = article;
  for (const words of [
    'Words **strong** and [a link](https://x.example/), see [the other](other.adoc).',
    '## Part',
    '- one',
    'lamp.rb',
    '```ruby\nputs "x" # (1)\n```',
    'A remark.',
    '> [!WARNING]',
    'Mind the gap.',
    '| 1 | 2 |',
  ])
    expect(markdown).toContain(words);
});

test('reads Org', async () => {
  const text = `#+TITLE: The lamp
#+DATE: <2026-01-05 Mon>
#+AUTHOR: Iris Quill
#+FILETAGS: :oil:glass:

Words *bold* /slanted/ =code= [[https://x.example][a link]] [[file:other.org][the other]].

* TODO Part :tag:
:PROPERTIES:
:ID: 1
:END:
- one
  - nested

#+BEGIN_SRC python
print(1)
#+END_SRC

: fixed text

| a | b |
|---+---|
| 1 | 2 |

# nobody sees this
`;
  const article = await read('lamp.org', text);
  expect(article).toMatchObject({title: 'The lamp', authors: ['Iris Quill'], tags: ['oil', 'glass']});
  expect(article.published?.[0]).toBe('2026-01-05');
  const {markdown = ''} = article;
  for (const words of [
    'Words **bold** *slanted* `code` [a link](https://x.example/) [the other](other.org).',
    '## Part',
    '- one',
    '```python\nprint(1)\n```',
    'fixed text',
    '| 1 | 2 |',
  ])
    expect(markdown).toContain(words);
  expect(markdown).not.toMatch(/nobody sees|PROPERTIES|TODO/u);
});

test('names a text that its library can’t read, and reads the others', async () => {
  const {warnings} = await read('deep.rst', 'x\n'.repeat(1_100_000));
  expect(warnings.map(({message}) => message)).toEqual([
    'deep.rst was left out: a text of more than 2000000 characters is not read in reStructuredText.',
  ]);
});
