import {expect, test} from 'vitest';
import {redact} from '../../source/runtime/redact.ts';

test('is done in work that grows no faster than the text', () => {
  for (const one of ['@', 'a', 'a@', 'a@b.', 'key', '?a', 'https://', 'ab_'])
    expect(redact(one.repeat(100_000)).length).toBeGreaterThan(0);
});

test.each([
  ['sent to ada@example.com.', 'sent to …@….'],
  ['https://ada:secret@example.com/feed', 'https://…@example.com/feed'],
  ['https://x.example/feed?key=123&page=2', 'https://x.example/feed?key=…&page=2'],
  ['https://x.example/feed?apiKey=123#access_token=9', 'https://x.example/feed?apiKey=…#access_token=…'],
  ['https://example.com/@ada/feed', 'https://example.com/@ada/feed'],
  ['https://x.example/f?a=1;token=123&k=v', 'https://x.example/f?a=1;token=…&k=v'],
  [`https://x.example/f?${'q'.repeat(70)}token=123`, `https://x.example/f?${'q'.repeat(70)}token=…`],
  [
    'https://x.example/f?u=http%3A%2F%2Fada%3Aochre%40b.example',
    'https://x.example/f?u=http%3A%2F%2F…%40b.example',
  ],
  ['nothing to hide', 'nothing to hide'],
])('%s', (text, redacted) => {
  expect(redact(text)).toBe(redacted);
});
