import {expect, test} from 'vitest';
import {draw} from '../../source/platform/draw.ts';

test.each([
  ['text', 'hello'],
  ['a title', '\u001B]0;mine\u0007'],
  ['the clipboard', '\u001B]52;c;aGk=\u0007'],
  ['a mode', '\u001B[?1049h'],
  ['a question', '\u001B[6n'],
  ['a file of the terminal’s machine', '\u001B_Ga=T,t=f;L2V0Yy9wYXNzd2Q=\u001B\\'],
  ['a download', '\u001B]1337;File=name=eA==;inline=0:AAAA\u0007'],
  ['a command of tmux', '\u001BPtmux;\u001B\u001B]0;x\u0007\u001B\\'],
  ['a settings query', '\u001BP$qm\u001B\\'],
  ['something behind a picture', '\u001B_Ga=d,d=I,i=7,q=2\u001B\\rm -rf'],
  ['something within a picture', '\u001B_Ga=T;AAAA\u001B]0;x\u0007\u001B\\'],
])('%s is no picture and is not written', (_, sequence) => {
  let written = '';
  expect(() => draw(sequence, bytes => void (written += bytes))).toThrow('Only pictures');
  expect(written).toBe('');
});
