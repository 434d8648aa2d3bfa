import {describe, expect, test} from 'vitest';
import {hiddenHost, readableAddress} from '../../../source/domain/text/link-host.ts';

describe('a link whose words name another host shows where it leads', () => {
  test.each([
    ['https://bank.com/login', 'https://evil.test/bank.com', 'evil.test'],
    ['bank.com', 'https://bank.com.evil.test/', 'bank.com.evil.test'],
    ['www.bank.com', 'https://evil.test/', 'evil.test'],
    ['See https://bank.com for more', 'https://evil.test/', 'evil.test'],
    ['support@bank.com', 'mailto:someone@evil.test', 'evil.test'],
    ['bank.com', 'https://t.co/abc', 't.co'],
    // Not the words, but what stands before the host in the address.
    ['Sign in', 'https://bank.com@evil.test/', 'evil.test'],
    // Not seen: zero-width spaces and marks of direction.
    ['ba\u200bnk.com', 'https://evil.test/', 'evil.test'],
    ['\u200ebank\u200f.com', 'https://evil.test/', 'evil.test'],
    // Signs that look like a full stop and a slash.
    ['bank。com', 'https://evil.test/', 'evil.test'],
    ['https://bank.com\u2215login.evil.test', 'https://evil.test/', 'evil.test'],
    ['ｂａｎｋ．ｃｏｍ', 'https://evil.test/', 'evil.test'],
    // Cyrillic among Latin letters, and Cyrillic alone.
    ['аpple.com', 'https://аpple.com/', 'xn--pple-43d.com'],
    ['https://сосо.com', 'https://сосо.com/', 'xn--n1aahb.com'],
    ['apple.com', 'https://аpple.com/', 'xn--pple-43d.com'],
  ])('%s → %s', (words, url, shown) => {
    expect(hiddenHost(words, URL.parse(url)?.href ?? url)).toBe(shown);
  });
});

describe('a link that says the truth, or nothing of a host, is left alone', () => {
  test.each([
    ['https://bank.com/login', 'https://bank.com/'],
    ['bank.com', 'https://www.bank.com/start'],
    ['www.bank.com', 'https://bank.com/'],
    ['bank.com', 'https://blog.bank.com/post'],
    ['docs.bank.com', 'https://bank.com/docs'],
    ['https://bank.com.', 'https://bank.com/'],
    ['bücher.example', 'https://bücher.example/'],
    ['пример.рф', 'https://пример.рф/'],
    ['README.md', 'https://github.com/a/b'],
    ['vue.js', 'https://vuejs.org/'],
    ['Node.js', 'https://nodejs.org/'],
    ['ASP.NET', 'https://learn.microsoft.com/'],
    ['std.fs', 'https://doc.example/'],
    ['read more', 'https://evil.test/'],
    ['v1.2.3', 'https://github.com/a/b'],
    ['me@bank.com', 'mailto:me@bank.com'],
    ['', 'https://bank.com/'],
    ['nowhere.com', 'not an address'],
  ])('%s → %s', (words, url) => {
    expect(hiddenHost(words, URL.parse(url)?.href ?? url)).toBeUndefined();
  });
});

test('an address is read without what stands before its host', () => {
  expect(readableAddress('https://bank.com@evil.test/a@b')).toBe('https://evil.test/a@b');
  expect(readableAddress('https://evil.test/a@b')).toBe('https://evil.test/a@b');
  expect(readableAddress('mailto:a@b.test')).toBe('mailto:a@b.test');
});
