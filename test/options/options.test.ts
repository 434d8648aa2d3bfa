import {expect, test} from 'vitest';
import {OptionError, resolveOptions, valueAt} from '../../source/options/options.ts';
import {SETTINGS, variableOf} from '../../source/options/table.ts';

const NOTHING = new Map<string, unknown>();

test('flags are over the environment, that over preferences, those over defaults', () => {
  const flags = new Map([['measure', 61]]);
  const environment = {INKWELL_MEASURE: '62', INKWELL_BREAKING: 'greedy'};
  const preferences = new Map<string, unknown>([
    ['measure', 63],
    ['breaking', 'optimal'],
    ['order', 'oldest'],
  ]);
  const options = resolveOptions(flags, environment, preferences);
  expect(options).toMatchObject({measure: 61, breaking: 'greedy', order: 'oldest', fullText: true});
  expect(options.origins).toMatchObject({
    measure: 'flag',
    breaking: 'environment',
    order: 'preferences',
    fullText: 'default',
  });
});

test('nested settings have nested values and a variable each', () => {
  const options = resolveOptions(
    NOTHING,
    {INKWELL_LIMITS_BYTES: '5MB', INKWELL_REFRESH_ON_START: 'no'},
    NOTHING,
  );
  expect(options.limits.bytes).toBe(5_000_000);
  expect(options.refresh.onStart).toBe(false);
  expect(variableOf('refresh.onStart')).toBe('INKWELL_REFRESH_ON_START');
});

test('an empty variable is none', () => {
  expect(resolveOptions(NOTHING, {INKWELL_MEASURE: ''}, NOTHING).origins.measure).toBe('default');
});

test.each([
  [{INKWELL_MEASURE: '7'}, 'a whole number from 20 to 200'],
  [{INKWELL_OFFLINE: 'perhaps'}, 'true or false'],
  [{INKWELL_COLOR: 'red'}, 'auto, always or never'],
])('%j is refused', (environment, wanted) => {
  expect(() => resolveOptions(NOTHING, environment, NOTHING)).toThrow(OptionError);
  expect(() => resolveOptions(NOTHING, environment, NOTHING)).toThrow(wanted);
});

test('NO_COLOR and FORCE_COLOR count where nothing of our own is said', () => {
  expect(resolveOptions(NOTHING, {NO_COLOR: '1'}, NOTHING).color).toBe('never');
  expect(resolveOptions(NOTHING, {FORCE_COLOR: '1'}, NOTHING).color).toBe('always');
  expect(resolveOptions(new Map([['color', 'always']]), {NO_COLOR: '1'}, NOTHING).color).toBe('always');
  expect(resolveOptions(NOTHING, {NO_COLOR: '1', INKWELL_COLOR: 'auto'}, NOTHING).color).toBe('auto');
});

test('INKWELL_SOURCE may hold several sources, a line each', () => {
  expect(resolveOptions(NOTHING, {INKWELL_SOURCE: 'a\n\n b c \n'}, NOTHING).givenSources).toEqual([
    'a',
    'b c',
  ]);
});

test('flags for one run are not read from the preferences', () => {
  expect(resolveOptions(NOTHING, {}, new Map([['plain', true]])).plain).toBe(false);
});

test('every setting has a value at its key, and every default is of its kind', () => {
  const options = resolveOptions(NOTHING, {}, NOTHING);
  const values = SETTINGS.map(({key}) => [key, valueAt(options, key)]);
  expect(values).toEqual(SETTINGS.map(setting => [setting.key, setting.default]));
  expect(new Set(SETTINGS.map(({key}) => key)).size).toBe(SETTINGS.length);
});
