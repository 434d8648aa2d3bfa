import {describe, expect, test} from 'vitest';
import {clashes, keymapFrom} from '../../../source/app/keys/key-presets.ts';
import {ACT_NAMES, DEFAULT_KEYMAP, actFor} from '../../../source/app/keys/keymap.ts';
import {actsLike} from '../../../source/app/prompt/command-line.ts';
import {helpLines, helpTable} from '../../../source/app/overlays/help.ts';
import {after, keys, listState} from '../../helpers/state.ts';

test('Ctrl with a letter is not the letter', () => {
  expect(actFor(DEFAULT_KEYMAP, 'list', 'q')).toBe('back');
  expect(actFor(DEFAULT_KEYMAP, 'list', 'ctrl+q')).toBeUndefined();
});

test('letters are text where text is typed', () => {
  expect(actFor(DEFAULT_KEYMAP, 'subscribe', 'q')).toBeUndefined();
  expect(actFor(DEFAULT_KEYMAP, 'subscribe', 'ctrl+c')).toBe('quit');
});

describe.each(['inkwell', 'vim', 'less', 'newsboat'])('the preset %s', preset => {
  test('has no key that means two things in one place', () => {
    expect(keymapFrom(preset, {}).faults).toEqual([]);
  });

  test('gives every action a key', () => {
    const {keymap} = keymapFrom(preset, {});
    expect(ACT_NAMES.filter(act => keymap[act].length === 0)).toEqual([]);
  });
});

test("the reader's own keys win, and what is wrong with them is named", () => {
  const {keymap, faults} = keymapFrom('inkwell', {refresh: ['Ctrl-R'], 'toggle-star': ['j'], fly: ['x']});
  expect(keymap.refresh).toEqual(['ctrl+r']);
  expect(faults.join(' ')).toContain('“fly”, which is no action');
  expect(faults.join(' ')).toContain('The key j means both down and toggle-star');
  expect(clashes(keymap)).toHaveLength(1);
});

test('help lists what works here first, and can be searched', () => {
  const lines = helpLines(listState(3), '');
  expect(lines[0]).toEqual({kind: 'heading', text: 'Every day'});
  expect(lines).toContainEqual({kind: 'key', keys: 'j ↓', title: 'Down'});
  const found = helpLines(listState(3), 'subscribe').filter(line => line.kind === 'key');
  expect(found).toEqual([{kind: 'key', keys: 'S', title: 'Subscribe to the newsletter'}]);
});

test('help begins with the keys of every day', () => {
  const lines = helpLines(listState(3), '');
  const titles = lines
    .slice(
      1,
      lines.findIndex(({kind}) => kind === 'blank'),
    )
    .map(line => 'title' in line && line.title);
  expect(titles).toEqual([
    'Open',
    'Back',
    'Next page; at the end the next unread',
    'Next article',
    'Find',
    'Mark read or unread',
    'Star',
    'Refresh',
    'Add a blog',
    'Subscribe to the newsletter',
    'Quit',
  ]);
  expect(lines.filter(line => line.kind === 'key' && line.title === 'Open')).toHaveLength(1);
});

test('help has two columns where there is room, and no key is lost or cut', () => {
  const state = listState(3);
  const narrow = helpTable(state, '', 76);
  const wide = helpTable(state, '', 116);
  expect(narrow.rows.every(row => row.length === 1)).toBe(true);
  expect(wide.rows.length).toBeLessThan(narrow.rows.length * 0.6);
  const keysIn = (table: typeof wide): string[] =>
    table.rows
      .flat()
      .flatMap(line => (line.kind === 'key' && line.keys !== '' ? [line.keys] : []))
      .toSorted();
  expect(keysIn(wide)).toEqual(keysIn(narrow));
  expect(helpTable({...state, isSpoken: true}, '', 2000).rows.every(row => row.length === 1)).toBe(true);
});

test.each(['h', 'left', 'esc'])('%s on the first list ends nothing, and says what does', key => {
  const {state} = after(listState(3), ...keys(key));
  expect(state.isLeaving).toBe(false);
  expect(state.notice?.text).toBe('This is the first list. q quits.');
  expect(after(state, ...keys('q')).state.isLeaving).toBe(true);
});

test('help says where the other keys work, each under its screen', () => {
  const headings = helpLines(listState(3), '').flatMap(line => (line.kind === 'heading' ? [line.text] : []));
  expect(headings).toEqual([
    'Every day',
    'Move',
    'Find',
    'Marks',
    'Act',
    'Go',
    'In an article',
    'Among the sign-ups',
    'Among the publications',
  ]);
});

test('Esc clears what is searched for in the help, then leaves', () => {
  const searched = after(listState(3), ...keys('?', '/', 'c', 'o', 'p', 'y', 'enter', 'esc')).state;
  expect(searched.overlay).toMatchObject({kind: 'help', field: {value: ''}});
  expect(after(searched, ...keys('esc')).state.overlay).toBeUndefined();
});

test('Ctrl-C leaves from every place where something is typed', () => {
  for (const way of [['?', '/'], ['/'], [':'], ['S'], ['A'], ['+']])
    expect(after(listState(3), ...keys(...way, 'ctrl+c')).state.isLeaving).toBe(true);
});

test('what is typed finds acts by their name, then by the words of it, then by those of their titles', () => {
  expect(actsLike('pre').slice(0, 3)).toEqual(['previous-article', 'previous-heading', 'previous-unread']);
  expect(actsLike('article').slice(0, 3)).toEqual(['next-article', 'previous-article', 'copy-article']);
  expect(actsLike('blog')).toEqual(['add']);
});
