import {expect, test} from 'vitest';
import {redact} from '../../source/runtime/redact.ts';

test.each([
  ['sent to ada@example.com.', 'sent to …@….'],
  ['https://ada:secret@example.com/feed', 'https://…@example.com/feed'],
  ['https://x.example/feed?key=123&page=2', 'https://x.example/feed?key=…&page=2'],
  ['https://x.example/feed?apiKey=123#access_token=9', 'https://x.example/feed?apiKey=…#access_token=…'],
  ['https://example.com/@ada/feed', 'https://example.com/@ada/feed'],
  ['nothing to hide', 'nothing to hide'],
])('%s', (text, redacted) => {
  expect(redact(text)).toBe(redacted);
});
