import {describe, expect, test} from 'vitest';
import type {Page} from '../../../source/domain/page/page.ts';
import {themeNamed} from '../../../source/domain/theme/themes.ts';
import {linesOf, setBody, setSheet} from '../../helpers/set-page.ts';

const paragraphs = (count: number): string =>
  Array.from({length: count}, (_, index) => `Paragraph number ${index + 1} says one thing.`).join('\n\n');

function textAt(page: Page, line: number): string | undefined {
  return page.lines(page.move(page.start, line), 1)[0];
}

describe('walking', () => {
  test('stays between the first line and the last', () => {
    const page = setBody(paragraphs(5));
    expect(page.move(page.start, -3)).toEqual(page.start);
    expect(page.lines(page.move(page.start, 1000), 3)).toEqual(['Paragraph number 5 says one thing.']);
    expect(page.lines(page.end(3), 10)).toHaveLength(3);
  });

  test('counts lines between two places, both ways and no further than asked', () => {
    const page = setBody(paragraphs(50));
    const there = page.move(page.start, 31);
    expect(page.distance(page.start, there, 100)).toBe(31);
    expect(page.distance(there, page.start, 100)).toBe(-31);
    expect(page.distance(page.start, there, 10)).toBe(10);
  });

  test('turns the page so that a heading comes with what it heads', () => {
    const page = setBody(`${paragraphs(4)}\n\n## A heading\n\n${paragraphs(4)}`);
    // Lines 0 to 8 are text and space, 9 and 10 the heading and its rule.
    expect(textAt(page, 9)).toBe('A heading');
    const top = page.turn(page.start, 4, 7);
    expect(page.lines(top, 7).at(-1)).not.toMatch(/heading|─/);
    expect(page.distance(page.start, page.turn(page.start, 1, 30), 99)).toBe(1);
  });

  test('always gets on', () => {
    const page = setBody(Array.from({length: 30}, (_, index) => `## Heading ${index}`).join('\n\n'));
    let place = page.start;
    for (let turns = 0; turns < 100; turns++) {
      const next = page.turn(place, 5, 6);
      if (next.block === place.block && next.line === place.line) break;
      place = next;
    }
    expect(page.distance(place, page.end(1), 10)).toBeLessThan(6);
  });
});

describe('reading on', () => {
  test('keeps the paragraph when the measure changes', () => {
    const markdown = `${paragraphs(20)}\n\n${'A long paragraph with a turning point in it. '.repeat(20)}\n\n${paragraphs(5)}`;
    const [wide, narrow] = [setBody(markdown, {measure: 80}), setBody(markdown, {measure: 30})];
    const there = wide.move(wide.start, 45);
    const words = wide.lines(there, 1)[0]?.split(' ').slice(0, 2).join(' ') ?? '';
    expect(narrow.lines(narrow.place(wide.position(there)), 2).join(' ')).toContain(words);
  });

  test('tells how much of the text is above, and all of it at the cards', () => {
    const page = setSheet({markdown: paragraphs(100)});
    expect(page.progress(page.start)).toBe(0);
    const half = page.progress(page.move(page.start, 108));
    expect(half).toBeGreaterThan(0.4);
    expect(half).toBeLessThan(0.6);
    expect(page.progress(page.bodyEnd)).toBe(1);
    expect(page.lines(page.bodyEnd, 1)[0]).toContain('Mara Lindqvist, Staff Engineer');
  });

  test('does a little of the rest at a time', () => {
    const page = setBody(Array.from({length: 40}, () => 'word '.repeat(400)).join('\n\n'));
    let steps = 1;
    while (page.prepare()) steps++;
    expect(steps).toBeGreaterThan(10);
    expect(page.prepare()).toBe(false);
  });
});

const CONTENTS = `# One

See [the site](https://example.com/a), [again](https://example.com/a) and [below](#two-words). A note.[^1]

## Two words

\`\`\`sh
$ first
out
$ second
\`\`\`

- nested

  \`\`\`js
  let a;
  \`\`\`

[^1]: The note.
`;

describe('what is on a page', () => {
  const page = setBody(CONTENTS);

  test('headings with their level', () => {
    expect(page.headings.map(({level, text}) => [level, text])).toEqual([
      [1, 'One'],
      [2, 'Two words'],
    ]);
  });

  test('code without prompts and answers, nested code too', () => {
    expect(page.codes.map(({language, text}) => [language, text])).toEqual([
      ['sh', 'first\nsecond'],
      ['js', 'let a;'],
    ]);
  });

  test('links in reading order: numbered by address, to headings, to notes and back', () => {
    const [first, second, anchor, note, back] = page.links;
    expect([first?.number, second?.number]).toEqual([1, 1]);
    expect(first?.target).toEqual({kind: 'url', url: 'https://example.com/a'});
    expect(anchor?.target).toEqual({kind: 'place', block: page.headings[1]?.block});
    expect(page.lines({block: note?.target.kind === 'place' ? note.target.block : 0, line: 1}, 1)).toEqual([
      '[2]  The note. ↩',
    ]);
    expect(back?.target).toEqual({kind: 'place', block: first?.block});
    expect(page.links).toBe(page.links);
  });

  test('the cells of a link, on as many lines as it takes', () => {
    const narrow = setBody('[a link of several words](https://example.com/) ends', {measure: 12});
    const spans = narrow.links[0] ? narrow.spans(narrow.links[0]) : [];
    expect(spans.map(({place, from, to}) => narrow.lines(place, 1)[0]?.slice(from, to))).toEqual([
      'a link of',
      'several',
      'words',
    ]);
  });

  test('author, related articles and newsletter can be chosen', () => {
    const kinds = setSheet({markdown: 'Text.'}).links.map(({target}) => target.kind);
    expect(kinds).toEqual(['author', 'article', 'article', 'subscribe']);
  });
});

describe('finding', () => {
  test('ignores case, diacritics, line ends, and the numbers of links', () => {
    const page = setBody('At the Café [in town](https://example.com) everybody met.', {measure: 20});
    const shown = (text: string): (string | undefined)[] =>
      page.find(text).map(({place, from, to}) => page.lines(place, 1)[0]?.slice(from, to));
    expect(shown('cafe')).toEqual(['Café']);
    expect(shown('town everybody')).toEqual(['town¹', 'everybody']);
    expect(shown('nowhere')).toEqual([]);
    expect(shown(' ')).toEqual([]);
  });

  test('counts cells, not letters', () => {
    const page = setBody('墨の色 is black');
    expect(page.find('is')[0]).toMatchObject({from: 7, to: 9});
  });

  test('stops at the limit', () => {
    expect(setBody('a '.repeat(50)).find('a', 7)).toHaveLength(7);
  });

  test('lights what was found and leaves the rest of the line as it was', () => {
    const page = setBody('plain **bold** plain', {theme: themeNamed('monochrome')});
    const [span] = page.find('old');
    const [line] = page.lines(page.start, 1, span ? [{span, role: 'match'}] : []);
    expect(line).toBe('plain \u001b[1mb\u001b[22m\u001b[1m\u001b[7mold\u001b[27m\u001b[22m plain');
  });
});

test('a heading that repeats the title is not shown twice', () => {
  const lines = linesOf(setSheet({markdown: '# The Second Thousand Users!\n\nText.', related: []}));
  expect(lines.filter(line => /second thousand/i.test(line))).toHaveLength(1);
});

test('an empty article is a page too', () => {
  expect(linesOf(setSheet({markdown: ''})).length).toBeGreaterThan(5);
  expect(linesOf(setBody(''))).toEqual([]);
});

test('a raised digit is no part of a name', () => {
  const page = setBody('[bank.com<sup>2</sup>](https://evil.test/x)', {measure: 60});
  expect(linesOf(page).join(' ')).toContain('(evil.test)');
});

test('a link whose words name another host shows where it leads, on the page and in the list', () => {
  const page = setBody('Sign in at [bank.com](https://evil.test/x), not at [bank.com](https://bank.com/).', {
    measure: 60,
  });
  expect(linesOf(page).join(' ')).toBe('Sign in at bank.com¹ (evil.test), not at bank.com².');
  expect(page.links.map(({host}) => host)).toEqual(['evil.test', undefined]);
});
