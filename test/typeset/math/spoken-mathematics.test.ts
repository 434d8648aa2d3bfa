import fc from 'fast-check';
import {expect, test} from 'vitest';
import {spokenMathematics} from '../../../source/typeset/math/spoken-mathematics.ts';

test.each([
  ['\\frac{a}{b}', 'a over b'],
  ['\\frac{a+1}{b}', 'the fraction a plus 1, over b, end of fraction'],
  ['E = mc^2', 'capital E equals m c squared'],
  ['x^{n+1} + y^3', 'x to the power n plus 1, end of power plus y cubed'],
  ['2^{10}', '2 to the power 10'],
  ['\\sum_{i=0}^n i^2', 'the sum from i equals 0 to n of i squared'],
  [
    '\\int_0^\\infty e^{-x}\\,dx',
    'the integral from 0 to infinity of e to the power minus x, end of power d x',
  ],
  ['\\lim_{x \\to 0} f(x)', 'the limit as x to 0 of f open parenthesis x close parenthesis'],
  [
    '\\sqrt{2} \\leq \\sqrt[3]{a+b}',
    'the square root of 2 is at most the cube root of a plus b, end of root',
  ],
  ['\\alpha_{i} \\in \\mathbb{R}', 'alpha sub i in R'],
  ['\\varepsilon \\neq \\Gamma', 'epsilon is not equal to capital Gamma'],
  ['90^\\circ', '90 degrees'],
  ['x_n \\text{ if odd}', 'x sub n if odd'],
  ['\\unknown{x}', 'unknown x'],
  ['a}b', 'a b'],
  ['', ''],
])('%s is said as %s', (tex, words) => {
  expect(spokenMathematics(tex)).toBe(words);
});

test('any text ends in words, and every letter of a formula is among them', () => {
  fc.assert(
    fc.property(
      fc.string({unit: fc.constantFrom(...Array.from('abxyz0189\\{}^_&+-=()[] ~$')), maxLength: 120}),
      tex => {
        const said = spokenMathematics(tex);
        expect(said).not.toMatch(/[\\{}^_&+=()[\]~]/);
        const commands = tex.replaceAll(/\\[a-z]+|\\./g, '');
        for (const letter of commands.match(/[abxyz]/g) ?? []) expect(said).toContain(letter);
      },
    ),
    {numRuns: 2000},
  );
});

test('what is nested without end is given up, and soon', () => {
  expect(spokenMathematics('{'.repeat(100_000)).length).toBeLessThan(10_000);
  expect(spokenMathematics('\\frac'.repeat(1000)).length).toBeLessThan(100_000);
});
