import {execFileSync} from 'node:child_process';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {ACT_NAMES, DEFAULT_KEYMAP} from '../../../source/app/keys/keymap.ts';
import {keyWords} from '../../../source/app/keys/key-words.ts';
import {isThere} from '../../helpers/is-there.ts';

const KEYS = [...new Set(ACT_NAMES.flatMap(act => DEFAULT_KEYMAP[act]))];

test('every sign and every named key has a name in words', () => {
  const signs = Array.from({length: 94}, (_, index) => String.fromCharCode(33 + index));
  for (const key of [...KEYS, ...signs]) expect(keyWords(key)).toMatch(/^[\p{L}\p{N} ]+$/u);
  expect(new Set(KEYS.map(keyWords)).size).toBe(KEYS.length);
});

test.each([
  ['/', 'slash'],
  [',', 'comma'],
  ['-', 'minus'],
  ['S', 'capital S'],
  ['s', 's'],
  ['ctrl+o', 'Control O'],
  ['alt+left', 'Alt left arrow'],
  ['shift+tab', 'Shift Tab'],
])('%s is said as %s', (key, words) => {
  expect(keyWords(key)).toBe(words);
});

/** Said between texts, and by none of them. */
const BETWEEN = 'Xylophone zebra.';

const say = (text: string): string =>
  execFileSync('espeak-ng', ['-q', '-x', '-v', 'en', '--stdin'], {input: text, encoding: 'utf8'}).replaceAll(
    /[\s_:|]+/g,
    ' ',
  );

/** The phonemes that eSpeak NG makes of each text, in one run: nothing is played. */
function phonemes(texts: readonly string[]): readonly string[] {
  const said = say([...texts, ''].join(`\n\n${BETWEEN}\n\n`)).split(say(BETWEEN).trim());
  expect(said).toHaveLength(texts.length + 1);
  return said.slice(0, -1).map(one => one.trim());
}

const hasVoice = isThere('espeak-ng');

test.runIf(hasVoice)('eSpeak NG says the name of every key', () => {
  // The voice leaves a sign alone out, which the names are for.
  const said = phonemes([...KEYS.map(keyWords), ' , ']);
  expect(said.indexOf('')).toBe(KEYS.length);
});

test.runIf(hasVoice)('eSpeak NG says as many words for a row of the help as the row has', () => {
  const golden = readFileSync(join(import.meta.dirname, '../../stories/spoken-session.txt'), 'utf8');
  const named = golden
    .split('\n')
    .filter(line => /\b(?:Enter|Escape|Tab|capital \p{Lu}|slash|question mark)\b/iu.test(line));
  expect(named.length).toBeGreaterThan(10);
  const pairs = named.flatMap(line =>
    [...line.matchAll(/\b(?:Enter|Escape|Tab|capital \p{Lu}|slash|question mark)\b/giu)].map(([name]) => [
      line,
      name,
    ]),
  );
  // The same words lead to the same phonemes wherever they stand; stress may differ.
  const bare = phonemes(pairs.flat()).map(one => one.replaceAll(/[',%=\s]/g, ''));
  for (let index = 0; index < bare.length; index += 2)
    expect(bare[index]).toContain(bare[index + 1]?.slice(0, 3));
});
