import {expect, test} from 'vitest';
import {chosenSettings} from '../../../source/app/overlays/settings.ts';
import type {Settings} from '../../../source/app/core/settings.ts';
import {after, keys, listState} from '../../helpers/state.ts';

test.each(chosenSettings(listState(1).settings).map(({name}) => name))(
  '%s goes round and comes back',
  name => {
    let settings: Settings = listState(1).settings;
    const seen = new Set<string>();
    for (let step = 0; step < 12; step++) {
      const row = chosenSettings(settings).find(one => one.name === name);
      seen.add(row?.value ?? '');
      settings = {...settings, ...row?.next()};
    }
    expect(seen.size).toBeGreaterThan(1);
    expect(seen.size).toBeLessThan(12);
    for (const value of seen) expect(value).not.toMatch(/undefined|NaN/);
  },
);

test('another set of keys is heard at once', () => {
  const {state} = after(listState(12), ...keys(',', 'j', 'j', 'j', 'j', 'j', 'j', 'enter', 'esc', 'ctrl+d'));
  expect(state.settings.preset).toBe('vim');
  expect(state.trail.at(-1)).toMatchObject({selected: 3});
});
