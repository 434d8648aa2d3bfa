import {describe, expect, test} from 'vitest';
import {decodeBytes} from '../../source/http/decode-bytes.ts';

const xml = (encoding: string, text: string): string =>
  `<?xml version="1.0" encoding="${encoding}"?><t>${text}</t>`;
const bytes = (...values: (string | number[])[]): Uint8Array =>
  Buffer.concat(values.map(value => Buffer.from(typeof value === 'string' ? Buffer.from(value) : value)));
const utf16 = (text: string, isBigEndian: boolean): Uint8Array => {
  const buffer = Buffer.from(text, 'utf16le');
  return isBigEndian ? buffer.swap16() : buffer;
};
const utf32 = (text: string, isBigEndian: boolean): Uint8Array =>
  Buffer.concat(
    Array.from(text, character => {
      const unit = Buffer.alloc(4);
      const point = character.codePointAt(0) ?? 0;
      if (isBigEndian) unit.writeUInt32BE(point);
      else unit.writeUInt32LE(point);
      return unit;
    }),
  );

describe('the encoding is told by', () => {
  test('a byte order mark before all else', () => {
    expect(decodeBytes(bytes([0xef, 0xbb, 0xbf], xml('iso-8859-1', 'é')), 'text/xml; charset=koi8-r')).toBe(
      xml('iso-8859-1', 'é'),
    );
    expect(decodeBytes(utf16(`\ufeff${xml('utf-8', 'ß')}`, false))).toBe(xml('utf-8', 'ß'));
  });

  test('the header, which beats the declaration', () => {
    expect(decodeBytes(bytes(xml('iso-8859-5', ''), [0xd0]), 'text/xml; charset="windows-1251"')).toContain(
      'Р',
    );
  });

  test.each([
    ['windows-1251', [0xcf, 0xf0], 'Пр'],
    ['koi8-r', [0xf0, 0xd2], 'Пр'],
    ['shift_jis', [0x93, 0xfa], '日'],
    ['euc-jp', [0xc6, 0xfc], '日'],
    ['euc-kr', [0xc7, 0xd1], '한'],
    ['big5', [0xa4, 0xe9], '日'],
    ['gb2312', [0xc8, 0xd5], '日'],
    ['iso-2022-jp', [0x1b, 0x24, 0x42, 0x46, 0x7c, 0x1b, 0x28, 0x42], '日'],
  ])('the declaration: %s', (encoding, encoded, text) => {
    expect(decodeBytes(bytes(xml(encoding, ''), encoded))).toBe(xml(encoding, '') + text);
  });

  test('the meta element of a page', () => {
    expect(decodeBytes(bytes('<html><meta charset="windows-1251">', [0xcf]))).toContain('П');
  });

  test.each([true, false])(
    'how the first characters stand in UTF-16 and UTF-32 (big-endian: %s)',
    isBigEndian => {
      const text = xml('utf-16', 'ß 日 𝄞');
      expect(decodeBytes(utf16(text, isBigEndian))).toBe(text);
      expect(decodeBytes(utf32(text, isBigEndian))).toBe(text);
      expect(decodeBytes(utf32(`\ufeff${text}`, isBigEndian))).toBe(text);
    },
  );

  test('nothing: then it is UTF-8', () => {
    expect(decodeBytes(bytes('<rss>日本</rss>'))).toBe('<rss>日本</rss>');
  });
});

describe('a label that is wrong', () => {
  test('as ISO-8859-1 means windows-1252', () => {
    expect(decodeBytes(bytes(xml('iso-8859-1', ''), [0x93, 0x96, 0x94, 0x80]))).toContain('“–”€');
  });

  test('as ISO-8859-1 on UTF-8 is not believed', () => {
    expect(decodeBytes(bytes(xml('iso-8859-1', 'déjà')), 'text/xml; charset=iso-8859-1')).toContain('déjà');
  });

  test('as UTF-8 on old western text is not believed either', () => {
    expect(decodeBytes(bytes(xml('utf-8', ''), [0x64, 0xe9, 0x6a, 0xe0]))).toContain('déjà');
  });

  test('from the server yields to the document’s, where the bytes say so', () => {
    expect(decodeBytes(bytes(xml('windows-1251', ''), [0xcf, 0xf0]), 'text/xml; charset=utf-8')).toContain(
      'Пр',
    );
  });

  test('that nobody knows counts as none', () => {
    expect(decodeBytes(bytes(xml('x-nonsense', 'é')), 'text/xml; charset=x-more')).toBe(
      xml('x-nonsense', 'é'),
    );
  });
});

describe('a bad byte', () => {
  test('costs one character', () => {
    expect(decodeBytes(bytes('日本', [0xff], ' before and after'))).toBe('日本\ufffd before and after');
  });

  test('never smuggles in an escape by a long spelling', () => {
    expect(decodeBytes(bytes('日', [0xc0, 0x9b, 0xe0, 0x80, 0x9b]))).not.toContain('\x1b');
    expect(decodeBytes(bytes('a', [0xc0, 0x9b]))).not.toContain('\x1b');
  });

  test('at the end of UTF-16 or UTF-32 costs no more than itself', () => {
    expect(decodeBytes(bytes([...utf16('\ufeffab', false)], [0x41]))).toMatch(/^ab/u);
    expect(decodeBytes(bytes([...utf32('\ufeffab', true)], [0x41]))).toBe('ab');
  });
});

test('an empty document is an empty text', () => {
  expect(decodeBytes(new Uint8Array())).toBe('');
});
