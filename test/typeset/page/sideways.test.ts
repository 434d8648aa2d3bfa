import fc from 'fast-check';
import stringWidth from 'string-width';
import {describe, expect, test} from 'vitest';
import {linesOf, setBody, setSheet} from '../../helpers/set-page.ts';

const CODE = 'short\nconst aaaaaaaaaaaaaaaaaaaaaaaa = "墨は生きている" + bbbbbbbbbbb;';
const page = setBody(`\`\`\`ts\n${CODE}\n\`\`\`\n\nText`, {measure: 30});

describe('code that is cut', () => {
  test('has marks where it goes on', () => {
    expect(linesOf(page.withCode(0))).toEqual([
      '┌ ts',
      '│ short',
      '│ const aaaaaaaaaaaaaaaaaaaaa›',
      '',
      'Text',
    ]);
    expect(linesOf(page.withCode(30)).slice(1, 3)).toEqual(['│ ‹', '│ ‹= "墨は生きている" + bbbbb›']);
    expect(linesOf(page.withCode(60))[2]).toBe('│ ‹bb;');
  });

  test('is known to go on, as long as it does', () => {
    expect([0, 30, 60].map(from => page.withCode(from).isCodeCut(page.start, 9))).toEqual([
      true,
      true,
      false,
    ]);
    expect(page.isCodeCut(page.start, 9)).toBe(false);
  });

  test('is wrapped again, with the same links and the whole text for copying', () => {
    const sheet = setSheet({markdown: `[a](/b)\n\n\`\`\`\n${CODE}\n\`\`\``}, {measure: 30});
    const cut = sheet.withCode(4);
    expect(cut.links).toBe(sheet.links);
    expect(cut.codes[0]?.text).toBe(CODE);
    expect(linesOf(cut.withCode(undefined))).toEqual(linesOf(sheet));
  });

  test('never tears a letter, and never is too wide', () => {
    const letters = fc.array(fc.constantFrom('a', ' ', '墨', '👩‍🚀', 'é', '한'), {minLength: 1, maxLength: 60});
    fc.assert(
      fc.property(
        letters,
        fc.integer({min: 0, max: 70}),
        fc.integer({min: 12, max: 40}),
        (parts, from, measure) => {
          const code = `x${parts.join('')}x`;
          const lines = linesOf(setBody(`\`\`\`\n${code}\n\`\`\``, {measure}).withCode(from));
          expect(lines).toHaveLength(1);
          expect(stringWidth(lines[0] ?? '')).toBeLessThanOrEqual(measure);
          expect(code).toContain((lines[0] ?? '').replace(/^│ ?‹? */, '').replace(/ *›$/, ''));
        },
      ),
      {numRuns: 150},
    );
  });
});
