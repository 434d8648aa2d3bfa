import {chmod, mkdir, readdir, readFile, stat, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {Ajv2020} from 'ajv/dist/2020.js';
import {afterEach, beforeEach, describe, expect, test} from 'vitest';
import {readPreferences} from '../../source/options/preferences-file.ts';
import {preferencesSchema} from '../../source/options/schema.ts';
import {writePreference} from '../../source/options/write-preferences.ts';
import type {Home} from '../helpers/temporary-home.ts';
import {temporaryHome} from '../helpers/temporary-home.ts';

let home: Home;
let paths: {config: string; preferences: string};

beforeEach(async () => {
  home = await temporaryHome();
  const config = join(home.folder, 'config');
  paths = {config, preferences: join(config, 'config.json')};
});

afterEach(() => home.remove());

const put = async (text: string) => {
  await mkdir(paths.config, {recursive: true});
  await writeFile(paths.preferences, text);
  return readPreferences(paths.preferences);
};

describe('the preferences’ file', () => {
  test('may be absent or empty', async () => {
    expect(readPreferences(paths.preferences)).toMatchObject({faults: [], isBroken: false});
    expect(await put('\ufeff \n')).toMatchObject({faults: [], isBroken: false});
  });

  test('gives values by key, nested ones too', async () => {
    const {values, faults} = await put(
      '{"$schema": "x", "measure": 66, "limits": {"bytes": 5000}, "keys": {"bindings": {"open": "o", "down": ["j", "n"]}}}',
    );
    expect(faults).toEqual([]);
    expect(Object.fromEntries(values)).toEqual({
      measure: 66,
      'limits.bytes': 5000,
      'keys.bindings': {open: ['o'], down: ['j', 'n']},
    });
  });

  test('that is no JSON is named with its line, and left as it is', async () => {
    const text = '{\n  "measure": 66,\n  "theme" "dark"\n}\n';
    const {faults, isBroken, values} = await put(text);
    expect(isBroken).toBe(true);
    expect(values.size).toBe(0);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain(`${paths.preferences} are no JSON: line 3`);
    expect(await readFile(paths.preferences, 'utf8')).toBe(text);
  });

  test.each([
    ['{\n "theme": dark\n}', "line 2: unexpected 'd'"],
    ['{\n "a": 1\n\n "b": 2\n}', 'line 4: '],
    ['{\n "a": [1,\n 2\n}', 'line 4: '],
    ['[]', 'line 1: it holds no object'],
    ['{"a": 1}\n}', 'line 2: '],
    ['{\n "a": "b\n}', 'line 2: '],
  ])('%j is wrong at %s', async (text, place) => {
    expect((await put(text)).faults[0]).toContain(` are no JSON: ${place}`);
  });

  test('that is larger than any such file is not read', async () => {
    const {faults, isBroken} = await put(`{"measure": 66${' '.repeat(20_000_000)}}`);
    expect({faults, isBroken}).toEqual({
      faults: [expect.stringMatching(/larger than 20 MB\. The defaults hold/u)],
      isBroken: true,
    });
  });

  test('that ends too early names its last line', async () => {
    expect((await put('{\n  "measure": 66,\n')).faults[0]).toMatch(/line \d: /);
    expect((await put('{"measure": 66')).faults[0]).toMatch(/line 1: /);
  });

  test('keeps what holds when a setting does not', async () => {
    const {faults, values} = await put(
      '{\n  "measure": "wide",\n  "thema": "dark",\n  "order": "oldest",\n  "limits": {\n    "items": -1\n  },\n  "sources": [{"name": "x"}, "https://example.com"]\n}',
    );
    expect(Object.fromEntries(values)).toEqual({order: 'oldest', sources: ['https://example.com']});
    expect(faults).toHaveLength(4);
    expect(faults[0]).toContain('config.json:2: "measure" wants a whole number from 20 to 200');
    expect(faults[1]).toContain('config.json:3: "thema" is not a setting');
    expect(faults[2]).toContain('config.json:6: "limits.items" wants');
    expect(faults[3]).toContain('a source has no "location"');
  });
});

describe('writing a setting', () => {
  test('makes a file that only its owner can read', async () => {
    writePreference(paths, 'limits.items', 50);
    writePreference(paths, 'theme', 'dark');
    expect(JSON.parse(await readFile(paths.preferences, 'utf8'))).toEqual({
      limits: {items: 50},
      theme: 'dark',
    });
    expect((await stat(paths.preferences)).mode & 0o777).toBe(0o600);
    expect((await stat(paths.config)).mode & 0o777).toBe(0o700);
  });

  test('leaves everything else in the file, right or wrong', async () => {
    await put('{"mine": [1], "measure": "wide", "theme": "dark"}');
    writePreference(paths, 'theme', undefined);
    writePreference(paths, 'order', 'oldest');
    expect(JSON.parse(await readFile(paths.preferences, 'utf8'))).toEqual({
      mine: [1],
      measure: 'wide',
      order: 'oldest',
    });
  });

  test('mends a setting that was wrong', async () => {
    await put('{"measure": "wide"}');
    writePreference(paths, 'measure', 66);
    expect(readPreferences(paths.preferences)).toMatchObject({
      faults: [],
      values: new Map([['measure', 66]]),
    });
  });

  test('keeps a broken file aside, whole', async () => {
    const text = '{"measure": 66,, "theme": "dark"}';
    await put(text);
    const {keptAside = ''} = writePreference(paths, 'order', 'oldest');
    expect(await readFile(keptAside, 'utf8')).toBe(text);
    expect(await readdir(paths.config)).toHaveLength(2);
    expect(readPreferences(paths.preferences).values).toEqual(new Map([['order', 'oldest']]));
  });

  test.skipIf(process.getuid?.() === 0)('says so when the folder can’t be written', async () => {
    await mkdir(paths.config, {recursive: true});
    await chmod(paths.config, 0o500);
    expect(() => writePreference(paths, 'order', 'oldest')).toThrow('could not be written');
  });
});

test('the JSON Schema takes what the reader takes and refuses what it refuses', async () => {
  const validate = new Ajv2020({strict: false}).compile(preferencesSchema());
  const cases = [
    {},
    {measure: 66},
    {measure: 7},
    {measure: '66'},
    {theme: ''},
    {limits: {bytes: 5000}},
    {limits: {byte: 5000}},
    {sources: ['https://example.com', {location: 'x', name: 'X', headers: {a: 'b'}, interval: 5}]},
    {sources: [{location: ''}]},
    {sources: [{location: 'x', headers: {a: 1}}]},
    {sources: 'x'},
    {keys: {bindings: {open: ['o'], down: 'j'}}},
    {keys: {bindings: {open: 1}}},
    {nothing: 1},
  ];
  for (const content of cases) {
    const {faults} = await put(JSON.stringify(content));
    expect({content, isTaken: validate(content)}).toEqual({content, isTaken: faults.length === 0});
  }
});
