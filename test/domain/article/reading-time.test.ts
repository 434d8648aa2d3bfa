import {expect, test} from 'vitest';
import {plainText} from '../../../source/domain/text/plain-text.ts';
import {count, minutesFor, wordsIn} from '../../../source/domain/article/reading-time.ts';
import {expectLinear, workOf} from '../../helpers/work.ts';

const prose = (text: string): ReturnType<typeof count> => count({prose: text, code: ''});

test.each([
  ['Plain words, with punctuation - and a dash.', 7],
  ['state-of-the-art isn’t 3.5 times "better"', 5],
  ['one—two…three', 3],
  ['naïve café Žižek Ωmega слово', 5],
  ['→ • 🎉 --- ***', 0],
  ['', 0],
])('counts the words of %j', (text, words) => {
  expect(prose(text)).toEqual({words, characters: 0, code: 0});
});

test('counts Chinese and Japanese by the character', () => {
  expect(prose('日本語のテキスト、です。 and words')).toEqual({words: 2, characters: 10, code: 0});
  expect(prose('𠮷野家')).toEqual({words: 0, characters: 3, code: 0});
});

test('counts Korean by the word, since it writes spaces', () => {
  expect(prose('한국어 문장 하나')).toEqual({words: 3, characters: 0, code: 0});
});

test('finds the words of a script without spaces', () => {
  expect(prose('ภาษาไทยง่ายมาก').words).toBeGreaterThanOrEqual(3);
  expect(prose('ภาษาไทยง่ายมาก').words).toBeLessThanOrEqual(5);
  expect(prose('the word ที่นี่ means here').words).toBe(5);
});

test('finds them between spaces, a megabyte of them with work that grows no faster', () => {
  const {words} = expectLinear(count => 'ภาษาไทย ง่าย '.repeat(count), 40_000, prose);
  expect(words).toBeGreaterThanOrEqual(160_000);
});

test('takes each kind of text at its own speed', () => {
  const speeds = {words: 200, characters: 400, code: 100};
  expect(minutesFor({words: 1000, characters: 0, code: 0}, speeds)).toBe(5);
  expect(minutesFor({words: 0, characters: 2000, code: 0}, speeds)).toBe(5);
  expect(minutesFor({words: 0, characters: 0, code: 500}, speeds)).toBe(5);
  expect(minutesFor({words: 1000, characters: 2000, code: 500}, speeds)).toBe(15);
});

test('never says that there is nothing to read', () => {
  expect(minutesFor({words: 0, characters: 0, code: 0})).toBe(1);
});

test('says six minutes for an article of 1,430 words', () => {
  expect(minutesFor({words: 1430, characters: 0, code: 0})).toBe(6);
});

test('counts the words of a body with a few steps for each', () => {
  const body = `<p>${'A paragraph of <em>some</em> words &amp; a <a href="https://x.example/">link</a>. '.repeat(40)}</p>`;
  const words = (): number => wordsIn(count(plainText({format: 'html', content: body})));
  expect(words()).toBe(40 * 7);
  expect(workOf(words)).toBeLessThan(40 * 7 * 50);
});

test('looks at each blank of a line of blanks once', () => {
  expectLinear(
    blanks => `\`\`\`\n${'\t'.repeat(blanks)}a\n\`\`\``,
    250_000,
    content => plainText({format: 'markdown', content}),
  );
});
