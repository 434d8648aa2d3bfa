import {expect, test} from 'vitest';
import {nextOwn, ownSettingsFrom, shownSettings} from '../../../source/domain/publication/own-settings.ts';

const USUAL = {order: 'source', fullText: true, interval: 60, images: 'ask'} as const;

test('each setting is shown with its origin: the publication, its source, or all', () => {
  const shown = shownSettings({order: 'oldest', browser: 'w3m'}, {interval: 1440}, USUAL);
  expect(shown.map(({name, value, from}) => [name, value, from])).toEqual([
    ['order', 'oldest first', 'this publication'],
    ['unreadOnly', 'all', 'your settings'],
    ['fullText', 'fetched from the page when opened', 'your settings'],
    ['interval', '1 day', 'its source in the preferences'],
    ['images', 'when asked for', 'your settings'],
    ['browser', 'w3m', 'this publication'],
  ]);
});

test('a value goes through all choices, and then is the usual one again', () => {
  expect(nextOwn({}, 'order')).toEqual({order: 'newest'});
  expect(nextOwn({order: 'newest'}, 'order')).toEqual({order: 'oldest'});
  expect(nextOwn({order: 'source'}, 'order')).toEqual({order: null});
  expect(nextOwn({fullText: false}, 'fullText')).toEqual({fullText: null});
});

test('of a file only what can be a setting is taken', () => {
  expect(
    ownSettingsFrom({
      order: 'up',
      unreadOnly: 'yes',
      interval: -1,
      images: 'never',
      browser: 'a\nb',
      run: 'x',
    }),
  ).toEqual({images: 'never'});
  expect(ownSettingsFrom('x')).toEqual({});
});
