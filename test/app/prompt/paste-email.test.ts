import {expect, test} from 'vitest';
import {after, keys, listState} from '../../helpers/state.ts';

function fieldAfter(pasted: string): string | undefined {
  const newsletter = {signup: {kind: 'form', page: 'https://blog.example/'}} as never;
  const {state} = after(listState(3), ...keys('S'));
  if (state.overlay?.kind !== 'subscribe') throw new Error('The prompt did not open');
  const typing = {...state, overlay: {...state.overlay, newsletter, step: 'typing' as const}};
  const {overlay} = after(typing, {type: 'paste', text: pasted}).state;
  return overlay?.kind === 'subscribe' ? overlay.field.value : undefined;
}

test.each([
  ['ada@blog.example\nbob@blog.example'],
  ['\n  ada@blog.example  \r\nand more'],
  ['Ada <ada@blog.example>\r\rBob'],
])('of %j pasted as an address the first line is taken', pasted => {
  expect(fieldAfter(pasted)).toBe('ada@blog.example');
});
