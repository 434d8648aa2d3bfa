import {expect, test} from 'vitest';
import {resolveOptions} from '../../source/options/options.ts';
import {firstState, settingsFrom} from '../../source/reader/first-state.ts';
import {shownKeys} from '../../source/reader/shown-keys.ts';
import {fill, numbered} from '../helpers/drafts.ts';
import {open} from '../helpers/shelf.ts';

const TERMINAL = {columns: 80, rows: 24, canShowPictures: false, isColorless: false};

const options = (values: Readonly<Record<string, unknown>> = {}) =>
  resolveOptions(new Map(), {}, new Map(Object.entries(values)));

test('the first frame has the first rows of the list and no more than the window needs', () => {
  const {library} = open();
  const {publication} = fill(library, numbered(500));
  const {trail, publications} = firstState(library, options(), undefined, TERMINAL, false);
  const [root] = trail;
  expect(publications.map(({id}) => id)).toEqual([publication]);
  const {window} = root?.kind === 'list' ? root : {};
  expect(window).toMatchObject({offset: 0, total: 500, unread: 500});
  expect(window?.rows.length).toBeGreaterThan(10);
  expect(window?.rows.length).toBeLessThan(200);
});

test('hidden publications are not in the list, unless they were asked for', () => {
  const {library} = open();
  const shown = fill(library, numbered(2), {location: 'https://a.example/feed'}).publication;
  const hidden = fill(library, numbered(3), {location: 'https://b.example/feed'}).publication;
  library.arrange(hidden, {isHidden: true});
  const total = (scope?: readonly string[]): number | undefined => {
    const [root] = firstState(library, options(), scope, TERMINAL, false).trail;
    return root?.kind === 'list' ? root.window?.total : undefined;
  };
  expect(total()).toBe(2);
  expect(total([hidden])).toBe(3);
  expect(total([shown, hidden])).toBe(5);
});

test('a key binding that is wrong is a notice, and the others hold', () => {
  const {library} = open();
  const bindings = {down: ['n'], 'no-such-act': ['x']};
  const state = firstState(library, options({'keys.bindings': bindings}), undefined, TERMINAL, false);
  expect(state.keymap.down).toContain('n');
  expect(state.notice).toMatchObject({tone: 'warning', text: expect.stringContaining('no-such-act')});
});

test('settings are those of the options, and an address that is not set is left out', () => {
  expect(settingsFrom(options({measure: 61, theme: 'paper'}))).toMatchObject({
    measure: 61,
    themeName: 'paper',
  });
  expect(settingsFrom(options())).not.toHaveProperty('email');
  expect(settingsFrom(options({'email.address': 'ada@example.com'}))).toMatchObject({
    email: 'ada@example.com',
  });
});

test('cards name the keys that the reader has, and no key for what the terminal can’t show', () => {
  const given = options({'keys.bindings': {subscribe: ['S']}});
  const settings = settingsFrom(given);
  expect(shownKeys(settings, given, false)).toMatchObject({subscribe: 'S'});
  expect(shownKeys(settings, given, false)).not.toHaveProperty('pictures');
  expect(shownKeys(settings, given, true)).toHaveProperty('pictures');
});
