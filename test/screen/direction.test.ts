import {expect, test} from 'vitest';
import {directionOf} from '../../source/screen/direction.ts';

test.each([
  [{VTE_VERSION: '7402'}, 'terminal'],
  [{VTE_VERSION: '5202'}, 'page'],
  [{KONSOLE_VERSION: '230804'}, 'terminal'],
  [{TERM_PROGRAM: 'Apple_Terminal'}, 'terminal'],
  [{TERM: 'xterm-kitty'}, 'page'],
  [{}, 'page'],
] as const)(
  'a terminal that says %o puts right-to-left text in order itself, or has it done: %s',
  (said, who) => {
    expect(directionOf({bidi: 'auto'}, said)).toBe(who);
  },
);

test('the reader has the last word', () => {
  expect(directionOf({bidi: 'page'}, {VTE_VERSION: '7402'})).toBe('page');
  expect(directionOf({bidi: 'terminal'}, {})).toBe('terminal');
});
