import {expect, test} from 'vitest';
import {copyText, MOST} from '../../source/platform/clipboard.ts';

function copied(text: string): string {
  let written = '';
  copyText(text, bytes => void (written += bytes));
  const [, base64 = ''] = /^\u001B\]52;c;([A-Za-z\d+/=]*)\u0007$/.exec(written) ?? [];
  return Buffer.from(base64, 'base64').toString();
}

test('a text is copied without what could move a terminal that it is pasted into', () => {
  expect(copied('a\u001B[201~\u0003b\nç')).toBe('ab\nç');
});

test('a text that is larger than a terminal takes is refused, with another way', () => {
  expect(copied('x'.repeat(MOST))).toHaveLength(MOST);
  expect(() => copied('x'.repeat(MOST + 1))).toThrow('more than a terminal copies');
});
