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

const spoken = new Map<string, string>();

/** The phonemes that eSpeak NG makes of a text: nothing is played. */
function phonemes(text: string): string {
  const known = spoken.get(text);
  if (known !== undefined) return known;
  const made = execFileSync('espeak-ng', ['-q', '-x', '-v', 'en', '--stdin'], {input: text, encoding: 'utf8'})
    .replaceAll(/[\s_:|]+/g, ' ')
    .trim();
  spoken.set(text, made);
  return made;
}

const hasVoice = isThere('espeak-ng');

test.runIf(hasVoice)('eSpeak NG says the name of every key', () => {
  const silent = KEYS.filter(key => phonemes(keyWords(key)) === '');
  expect(silent).toEqual([]);
  // The voice leaves a sign alone out, which the names are for.
  expect(phonemes(' , ')).toBe('');
});

test.runIf(hasVoice)('eSpeak NG says as many words for a row of the help as the row has', () => {
  const golden = readFileSync(join(import.meta.dirname, '../../stories/spoken-session.txt'), 'utf8');
  const named = golden
    .split('\n')
    .filter(line => /\b(?:Enter|Escape|Tab|capital \p{Lu}|slash|question mark)\b/iu.test(line));
  expect(named.length).toBeGreaterThan(10);
  for (const line of named)
    for (const [name] of line.matchAll(/\b(?:Enter|Escape|Tab|capital \p{Lu}|slash|question mark)\b/giu)) {
      // The same words lead to the same phonemes wherever they stand; stress may differ.
      const bare = (text: string): string => phonemes(text).replaceAll(/[',%=\s]/g, '');
      expect(bare(line)).toContain(bare(name).slice(0, 3));
    }
});
