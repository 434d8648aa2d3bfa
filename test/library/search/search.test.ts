import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {snippetOf} from '../../../source/library/search/snippet.ts';
import {fill, numbered} from '../../helpers/drafts.ts';
import {open} from '../../helpers/shelf.ts';

/** A snippet with what matched in brackets. */
function marked({
  snippet,
  matches,
}: {
  snippet: string;
  matches: readonly (readonly [number, number])[];
}): string {
  return [...matches]
    .reverse()
    .reduce(
      (text, [from, to]) => `${text.slice(0, from)}[${text.slice(from, to)}]${text.slice(to)}`,
      snippet,
    );
}

const LONG = 'Nothing of note stands here, sentence after sentence. '.repeat(8);

describe('a search', () => {
  test('shows where in the text the words stand', () => {
    const {library} = open();
    fill(library, [
      {
        guid: 'a',
        title: 'One',
        body: `<p>${LONG}</p><p>Every <b>Caf&eacute;</b> has a queue, and each queue a reason.</p><p>${LONG}</p>`,
      },
      {
        guid: 'b',
        title: 'Two',
        body: {
          format: 'markdown',
          content: `${LONG}\n\nA [queue](https://example.com) of *one* at the cafe.`,
        },
      },
    ]);
    const found = library.search('queue cafe', 10);
    expect(
      found.map(one => [one.row.title, marked(one)]).sort(([a = ''], [b = '']) => a.localeCompare(b)),
    ).toEqual([
      [
        'One',
        '…note stands here, sentence after sentence. Every [Café] has a [queue], and each [queue] a reason. Nothing of note stands here, sentence after sentence. Nothing of…',
      ],
      ['Two', expect.stringMatching(/^….* A \[queue\] of one at the \[cafe\]\.$/u)],
    ]);
  });

  test('looks into hidden publications and those that are no longer followed', () => {
    const {library} = open();
    const hidden = fill(library, numbered(1), {location: 'https://a.example/'});
    const removed = fill(library, numbered(1), {location: 'https://b.example/'});
    library.arrange(hidden.publication, {isHidden: true});
    library.unfollow(removed.publication);
    expect(library.search('body', 10)).toHaveLength(2);
    expect(library.search('body -title:number', 10)).toEqual([]);
    expect(library.search('is:unread', 1)).toHaveLength(1);
  });

  test('shows the beginning where only title or tag matched', () => {
    const {library} = open();
    fill(library, [{title: 'Lattice', excerpt: 'In short.', body: '<p>Other words.</p>'}]);
    expect(library.search('lattice', 5)).toMatchObject([{snippet: 'In short.', matches: []}]);
  });
});

test('a snippet is short, printable, and its matches are the words', () => {
  const text = fc.array(
    fc.oneof(
      fc.constantFrom('river', 'RIVER', '日本の川', '👩‍💻', '\u001b[31m', '\u202e', 'word'),
      fc.string({unit: 'grapheme', maxLength: 12}),
    ),
    {maxLength: 80},
  );
  fc.assert(
    fc.property(text, words => {
      const {snippet, matches} = snippetOf(words.join(' '), '', [
        {text: 'river', isOpen: false},
        {text: '日本', isOpen: false},
      ]);
      expect(snippet.length).toBeLessThan(200);
      expect(snippet).not.toMatch(/[\p{Cc}\u202a-\u202e\n]/u);
      expect(snippet.isWellFormed()).toBe(true);
      for (const [from, to] of matches) expect(snippet.slice(from, to)).toMatch(/^(?:river|日本)$/iu);
    }),
    {numRuns: 100},
  );
});
