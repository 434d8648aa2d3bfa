import {describe, expect, test} from 'vitest';
import {linesOf, setBody} from '../../helpers/set-page.ts';

const set = (code: string, measure: number): readonly string[] =>
  linesOf(setBody(`\`\`\`\n${code}\n\`\`\``, {measure}));

describe('a line of code that is too long', () => {
  test('goes on below at a space rather than within a name', () => {
    expect(set('GET /a/path HTTP/1.1 and what follows it', 24)).toEqual([
      '│ GET /a/path HTTP/1.1',
      '│ ↪ and what follows it',
    ]);
  });

  test('breaks behind a sign where no space is near', () => {
    expect(set('const x = call(aaaaaaaaaaaaaaa,bbbbbbbbbbbbbbb)', 34)).toEqual([
      '│ const x = call(aaaaaaaaaaaaaaa,',
      '│ ↪ bbbbbbbbbbbbbbb)',
    ]);
  });

  test('does not end within its own indent', () => {
    expect(set(`${' '.repeat(20)}aaaaaaaaaaaaaaaaaaaa`, 30)[0]).toMatch(/a$/);
  });
});

test('tabs run to their stops by cells, whatever stands before them', () => {
  expect(set('a\tb\n墨\tb', 30)).toEqual(['│ a   b', '│ 墨  b']);
});
