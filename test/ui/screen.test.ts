import fc from 'fast-check';
import stringWidth from 'string-width';
import {expect, test} from 'vitest';
import {frameOf} from '../helpers/frame.tsx';
import {after, keys, listState, publicationRow, REQUEST} from '../helpers/state.ts';

const NEWSLETTER = {
  heading: 'Letters from the well',
  pitch: 'One essay a week.',
  subscribers: '2,500+',
  promises: ['No spam, ever'],
  signup: REQUEST,
} as const;

test('the list at 80×24', () => {
  const frame = frameOf(after(listState(12), ...keys('j')).state);
  expect(frame.slice(0, 10).map(line => line.trimEnd())).toEqual(
    [
      '  The Well                                                    12 of 12 unread',
      '  Deep and cold',
      '',
      '  ● Article 0                                                              6 min',
      '    Mara Lindqvist · 12 Nov',
      '',
      '',
      '▌ ● Article 1                                                              6 min',
      '▌   Mara Lindqvist · 12 Nov',
      '',
    ].map((line, index) =>
      index === 3 || index === 7
        ? expect.stringMatching(/^[▌ ] ● Article \d +6 min$/)
        : index === 0
          ? expect.stringMatching(/^ {2}The Well +12 of 12 unread$/)
          : line,
    ),
  );
  expect(frame.at(-1)).toMatch(/Enter open {2}\/ find.*2 of 12/);
});

test('the newsletter card speaks in the words of the publication', () => {
  const state = listState(2, {publications: [publicationRow({newsletter: NEWSLETTER})]});
  const frame = frameOf(after(state, ...keys('G')).state).join('\n');
  expect(frame).toContain('Letters from the well');
  expect(frame).toContain('Join 2,500+ subscribers · No spam, ever');
});

test('the prompt keeps its field, however low the window', () => {
  const state = listState(2, {publications: [publicationRow({newsletter: NEWSLETTER})]});
  for (const rows of [5, 8, 12, 24]) {
    const typed = after({...state, rows}, ...keys('S', 'a', '@', 'b')).state;
    expect(frameOf(typed).join('\n')).toMatch(/Email +a@b/);
  }
});

test('no frame is wider or taller than its window, whatever is shown', {tags: 'long'}, () => {
  const pressed = fc.array(
    fc.constantFrom(
      'j',
      'G',
      'space',
      '?',
      'S',
      ':',
      '/',
      'p',
      'M',
      ',',
      '=',
      'A',
      'x',
      'esc',
      'q',
      'tab',
      '3',
    ),
    {maxLength: 6},
  );
  fc.assert(
    fc.property(
      fc.integer({min: 20, max: 100}),
      fc.integer({min: 5, max: 60}),
      fc.integer({min: 0, max: 400}),
      pressed,
      (columns, rows, total, names) => {
        const {state} = after(
          listState(total, {columns, rows, publications: [publicationRow({total, newsletter: NEWSLETTER})]}),
          ...keys(...names),
        );
        const frame = frameOf(state);
        expect(frame.length).toBeLessThanOrEqual(rows);
        expect(Math.max(...frame.map(line => stringWidth(line)))).toBeLessThanOrEqual(columns);
      },
    ),
    {numRuns: 60},
  );
});
