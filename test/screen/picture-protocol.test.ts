import {expect, test} from 'vitest';
import {pictureProtocol} from '../../source/screen/picture-protocol.ts';

const COLOURED = {colors: 3, isAscii: false};
const BLOCKS = {inline: 'blocks', alone: 'blocks'};
const KITTY = {inline: 'kitty', alone: 'kitty'};

test.each([
  ['kitty', {TERM: 'xterm-kitty', KITTY_WINDOW_ID: '1'}, KITTY],
  ['Ghostty', {TERM: 'xterm-ghostty', TERM_PROGRAM: 'ghostty'}, KITTY],
  ['iTerm2', {TERM: 'xterm-256color', TERM_PROGRAM: 'iTerm.app'}, {inline: 'blocks', alone: 'iterm'}],
  ['iTerm2 by ssh', {TERM: 'xterm-256color', LC_TERMINAL: 'iTerm2'}, {inline: 'blocks', alone: 'iterm'}],
  ['WezTerm', {TERM: 'xterm-256color', TERM_PROGRAM: 'WezTerm'}, {inline: 'blocks', alone: 'iterm'}],
  ['foot', {TERM: 'foot'}, {inline: 'blocks', alone: 'sixel'}],
  ['tmux within kitty', {TERM: 'tmux-256color', TMUX: '/tmp/tmux', KITTY_WINDOW_ID: '1'}, BLOCKS],
  ['screen', {TERM: 'screen-256color'}, BLOCKS],
  ['any other', {TERM: 'xterm-256color'}, BLOCKS],
])('%s shows pictures in its own way', (_, environment, protocol) => {
  expect(pictureProtocol(environment, COLOURED)).toEqual(protocol);
});

test('without colours or block characters there are no pictures', () => {
  const environment = {TERM: 'xterm-kitty'};
  expect(pictureProtocol(environment, {colors: 0, isAscii: false})).toBeUndefined();
  expect(pictureProtocol(environment, {colors: 3, isAscii: true})).toBeUndefined();
});
