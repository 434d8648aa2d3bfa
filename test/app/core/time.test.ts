import {expect, test} from 'vitest';
import {after, keys, listState} from '../../helpers/state.ts';

test('a message has the time at which it was said, not that of the start', () => {
  const later = Date.UTC(2026, 10, 23, 18, 30);
  const {state} = after(listState(3), {type: 'tick', now: later}, ...keys('M'));
  expect(state.notice).toMatchObject({text: 'No messages so far.', at: later});
});
