/** @module-tag long */

import {expect, test} from 'vitest';
import {Appetite} from '../helpers/appetite.ts';
import {aHome, aServer, reader} from '../helpers/story.ts';

/** Characters of each; test/typeset/hostile.test.ts sets a megabyte of more kinds. */
const MANY = 300_000;

/** Each an article of its own, in this order. */
const PIECES = {
  'paragraphs never closed': '<p>a',
  lines: 'a<br>',
  'items of a list': '<li>a',
  'lists in lists': `${'<ul><li>a'.repeat(60)}${'</li></ul>'.repeat(60)}`,
  'rows of a table': '<tr><td>a</td><td>b</td></tr>',
  links: '<a href="https://e.example/a">b</a> ',
  'a rare script': '𒀀𒁀 ',
  'right-to-left words': 'שלום עולם ',
  'one word': 'a',
  'signs of Markdown': '*_[`',
};

test('a heap of anything is opened, read to its end and left', async () => {
  const server = await aServer();
  const items = Object.entries(PIECES).map(([title, piece]) => ({
    id: title,
    title,
    content_html: `<p>Begins.</p>${title.includes('table') ? '<table>' : ''}${piece.repeat(MANY / piece.length)}`,
  }));
  const body = JSON.stringify({version: 'https://jsonfeed.org/version/1.1', title: 'Heaps', items});
  server.serve('/feed.json', {headers: {'content-type': 'application/feed+json'}, body});
  const terminal = reader(await aHome(), {arguments: [`${server.origin}/feed.json`]});
  await terminal.until(`1 of ${items.length}`);
  const appetite = new Appetite(terminal.pid);
  for (const [index, {title}] of items.entries()) {
    await terminal.until(`${index + 1} of ${items.length}`);
    terminal.press('enter');
    await terminal.until(/← Heaps[\s\S]*Begins\./);
    expect([title, appetite.fault()]).toEqual([title, undefined]);
    terminal.press('G');
    await terminal.until(/100 %|Space next|More to read/);
    expect([title, appetite.fault()]).toEqual([title, undefined]);
    terminal.press('g');
    await terminal.until('Begins.');
    terminal.press('q', 'j');
  }
});
