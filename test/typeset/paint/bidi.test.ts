import fc from 'fast-check';
import stringWidth from 'string-width';
import {describe, expect, test} from 'vitest';
import {themeNamed} from '../../../source/domain/theme/themes.ts';
import {linesOf, setBody} from '../../helpers/set-page.ts';
import {withoutStyles} from '../../helpers/styles.ts';

const set = (markdown: string, bidi?: 'terminal' | 'page'): readonly string[] =>
  linesOf(setBody(markdown, {measure: 24, ...(bidi && {bidi})}));

/** What is not drawn, and has no other form when it is turned. */
function letters(lines: readonly string[]): string {
  return Array.from(lines.join('').replaceAll(/[\s()<>[\]•◦▪│]/gu, ''))
    .sort()
    .join('');
}

describe('right-to-left text', () => {
  const TEXT = '# שלום\n\n> (אב) גד\n\n- ראשון abc 12\n- two';

  test('is left as it is stored for pipes and mails', () => {
    expect(set(TEXT)).toEqual(['שלום', '━━━━', '', '│ (אב) גד', '', '• ראשון abc 12', '• two']);
  });

  test('stands at the right edge, its bars and bullets too, where the terminal orders it', () => {
    expect(set(TEXT, 'terminal')).toEqual([
      '                    שלום',
      '                    ━━━━',
      '',
      '               (אב) גד │',
      '',
      '          ראשון abc 12 •',
      '• two',
    ]);
  });

  test('is put in order where no one else does, brackets turned, numbers and foreign words not', () => {
    expect(set(TEXT, 'page')).toEqual([
      '                    םולש',
      '                    ━━━━',
      '',
      '               דג (בא) │',
      '',
      '          abc 12 ןושאר •',
      '• two',
    ]);
  });

  test('within a left-to-right line is turned in its place', () => {
    expect(set('say שלום עולם now', 'page')).toEqual(['say םלוע םולש now']);
  });

  test('on a line of its own in a left-to-right paragraph runs as the paragraph does', () => {
    expect(set('words and more words: שלום עולם, שלום.', 'page')).toEqual([
      'words and more words:',
      'םולש ,םלוע םולש.',
    ]);
  });

  test('in cells runs as each cell does', () => {
    expect(set('| a | b |\n|-|-|\n| שלום! | (x) |', 'page')[2]).toBe('!םולש  (x)');
  });

  test('keeps marks with their letters', () => {
    expect(set('בָּא', 'page')[0]?.trim()).toBe('אבָּ');
  });

  test('is lit where it is found, wherever it is seen', () => {
    const page = setBody('אב גד', {measure: 12, bidi: 'page', theme: themeNamed('dark'), colors: 3});
    const [span] = page.find('גד');
    const [line = ''] = page.lines(page.start, 1, span ? [{span, role: 'match'}] : []);
    expect(withoutStyles(line)).toBe('       דג בא');
    expect(line.indexOf('\u001b[', 7)).toBeLessThan(line.indexOf('דג'));
    expect(line.indexOf('בא')).toBeGreaterThan(line.indexOf('דג'));
  });

  test('has the same letters in every order, and fits', () => {
    const words = fc.array(
      fc.constantFrom('שלום', 'abc', '12', '(', ')', 'سلام', 'é', '\n\n', '- ', '> ', '**', '`x`', '[a](/b)'),
      {
        maxLength: 30,
      },
    );
    fc.assert(
      fc.property(words, fc.integer({min: 12, max: 50}), (parts, measure) => {
        const markdown = parts.join(' ');
        const [plain, ordered] = [
          linesOf(setBody(markdown, {measure})),
          linesOf(setBody(markdown, {measure, bidi: 'page'})),
        ];
        expect(letters(ordered)).toBe(letters(plain));
        for (const line of ordered) expect(stringWidth(line)).toBeLessThanOrEqual(measure);
      }),
      {numRuns: 150},
    );
  });
});
