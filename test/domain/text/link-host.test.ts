import * as fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {hiddenHost} from '../../../source/domain/text/link-host.ts';

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
    ['bank‧com', 'https://evil.test/', 'evil.test'],
    ['BANK·COM.', 'https://evil.test/', 'evil.test'],
    ['bank۔com', 'https://evil.test/', 'evil.test'],
    ['bank..com', 'https://evil.test/', 'evil.test'],
    ['https:/bank.com', 'https://evil.test/', 'evil.test'],
    ['bank.co\u0338m', 'https://evil.test/', 'evil.test'],
    ['https://bank.com\u2215login.evil.test', 'https://evil.test/', 'evil.test'],
    ['ｂａｎｋ．ｃｏｍ', 'https://evil.test/', 'evil.test'],
    ['ʙᴀɴᴋ.ᴄᴏᴍ', 'https://evil.test/', 'evil.test'],
    ['bank . com', 'https://evil.test/', 'evil.test'],
    ['bank\n.com', 'https://evil.test/', 'evil.test'],
    // A name under which anybody may have one.
    ['github.io', 'https://evil.github.io/', 'evil.github.io'],
    // In capitals, under any top-level domain, by a number.
    ['BANK.COM', 'https://evil.test/', 'evil.test'],
    ['Bank.Com', 'https://evil.test/', 'evil.test'],
    ['bank.swiss', 'https://evil.test/', 'evil.test'],
    ['mbank.pl', 'https://evil.test/', 'evil.test'],
    ['maib.md', 'https://evil.test/', 'evil.test'],
    ['bank.co.uk', 'https://evil.co.uk/', 'evil.co.uk'],
    ['192.168.0.1', 'https://evil.test/', 'evil.test'],
    ['http://2130706433/', 'https://evil.test/', 'evil.test'],
    ['http://[::1]/', 'https://evil.test/', 'evil.test'],
    ['http://1.2.3.4.', 'https://evil.test/', 'evil.test'],
    ['0177.0.0.1', 'https://evil.test/', 'evil.test'],
    ['2001:db8::1', 'https://evil.test/', 'evil.test'],
    ['[2001:DB8::1]:8080', 'https://evil.test/', 'evil.test'],
    ['Log in at ::1.', 'https://evil.test/', 'evil.test'],
    ['fe80::1%eth0', 'https://evil.test/', 'evil.test'],
    ['[dead::beef]', 'https://evil.test/', 'evil.test'],
    ['2001:db8:1:2:3:4:5:6', 'http://[2001:db8::1]/', '[2001:db8::1]'],
    ['words at bank.com', 'http://[2001:db8::1]/', '[2001:db8::1]'],
    ['http://localhost/', 'https://evil.test/', 'evil.test'],
    ['ftp://bank.com', 'https://evil.test/', 'evil.test'],
    ['//bank.com', 'https://evil.test/', 'evil.test'],
    ['банк.рф', 'https://evil.test/', 'evil.test'],
    ['xn--80ab.xn--p1ai', 'https://evil.test/', 'evil.test'],
    // Anywhere in the words.
    ['Sign in at bank.com', 'https://evil.test/', 'evil.test'],
    ['Login:bank.com', 'https://evil.test/', 'evil.test'],
    ['🔒bank.com', 'https://evil.test/', 'evil.test'],
    ['请访问bank.com登录', 'https://evil.test/', 'evil.test'],
    ['evil.test or bank.com', 'https://evil.test/', 'evil.test'],
    ['a.b.c.d.e.f.g.h.i.j.bank.com', 'https://evil.test/', 'evil.test'],
    // A name before a host.
    ['user@bank.com', 'https://evil.test/', 'evil.test'],
    ['bank.com@evil.test', 'https://evil.test/', 'evil.test'],
    ['https://bank.com@evil.test/', 'https://evil.test/', 'evil.test'],
    // Small signs, and others, around a name.
    ['bank.com™', 'https://evil.test/', 'evil.test'],
    ['bank.com²', 'https://evil.test/', 'evil.test'],
    ['bank.com℠ and more', 'https://evil.test/', 'evil.test'],
    ['http://bank.com₁', 'https://evil.test/', 'evil.test'],
    ['bank.com½', 'https://evil.test/', 'evil.test'],
    ['~https://www.bank.com/', 'https://evil.test/', 'evil.test'],
    ['+bank.com', 'https://evil.test/', 'evil.test'],
    ['=bank.com', 'https://evil.test/', 'evil.test'],
    ['#bank.com', 'https://evil.test/', 'evil.test'],
    ['?bank.com', 'https://evil.test/', 'evil.test'],
    ['/bank.com', 'https://evil.test/', 'evil.test'],
    ['%https://bank.com', 'https://evil.test/', 'evil.test'],
    ['bank.com()', 'https://evil.test/', 'evil.test'],
    ['bank.com/evil.test', 'https://evil.test/', 'evil.test'],
    // Signs without a width.
    ['ba\u034fnk.com', 'https://evil.test/', 'evil.test'],
    ['bank\ufe0f.com', 'https://evil.test/', 'evil.test'],
    ['bank.\u00adcom', 'https://evil.test/', 'evil.test'],
    [`${'\u200b'.repeat(5000)}bank.com`, 'https://evil.test/', 'evil.test'],
    ['bank.соm', 'https://evil.test/', 'evil.test'],
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
    ['Array.prototype.map', 'https://docs.example/'],
    ['Array.at()', 'https://docs.example/'],
    ['Object.keys', 'https://docs.example/'],
    ['Node.js入门', 'https://nodejs.org/'],
    ['https://web.example/old/https://bank.com', 'https://web.example/'],
    ['web.example/?to=bank.com', 'https://web.example/'],
    ['web.example/?to=https://bank.com', 'https://web.example/'],
    ['src/bank.rs', 'https://code.example/'],
    ['./setup.sh', 'https://code.example/'],
    ['~/setup.sh', 'https://code.example/'],
    ['asyncio.run()', 'https://docs.example/'],
    ['bank.com™', 'https://bank.com/'],
    ['E = mc²', 'https://bank.com/'],
    ['john.me@bank.com', 'mailto:john.me@bank.com'],
    ['(bank.com).', 'https://bank.com/'],
    ['see https://bank.com/, please', 'https://bank.com/'],
    ['http://127.0.0.1/', 'http://127.0.0.1/'],
    ['2001:db8:0:0:0:0:0:1', 'http://[2001:db8::1]/'],
    ['[2001:db8::1]', 'http://[2001:db8::1]:8080/'],
    ['http://[2001:db8::1]/', 'http://[2001:db8::1]/'],
    ['1.2.3.4.', 'http://1.2.3.4/'],
    ['bank。com', 'https://bank.com/'],
    ['BANK.com.', 'https://bank.com/'],
    ['at 12:30:45', 'https://bank.com/'],
    ['std::vector', 'https://bank.com/'],
    ['add::face', 'https://bank.com/'],
    ['well...no', 'https://bank.com/'],
    ['Collegi · Lisboa', 'https://bank.com/'],
    ['e.g. this, i.e. that at 5 p.m.', 'https://bank.com/'],
    ['v1.2.3', 'https://github.com/a/b'],
    ['me@bank.com', 'mailto:me@bank.com'],
    ['', 'https://bank.com/'],
    ['nowhere.com', 'not an address'],
  ])('%s → %s', (words, url) => {
    expect(hiddenHost(words, URL.parse(url)?.href ?? url)).toBeUndefined();
  });
});

test('however a name or a number is written, the link to another host shows its own', () => {
  const label = fc.stringMatching(/^[a-z][a-z\d]{1,8}$/);
  const dot = fc.constantFrom(
    ...Array.from(
      '.\u3002\uff0e\uff61\u2024\ua4f8\u0701\u0702\u06d4\u00b7\u2022\u2027\u2219\u22c5\ua78f\u{10a50}',
    ),
  );
  const name = fc
    .tuple(fc.array(fc.tuple(label, dot), {minLength: 1, maxLength: 4}), fc.constantFrom('com', 'de', 'test'))
    .map(([labels, top]) => labels.flat().join('') + top);
  const version4 = fc.ipV4().map(number => ({written: number, host: number}));
  const version6 = fc.ipV6().map(number => ({written: `[${number}]`, host: `[${number}]`}));
  const named = name.map(written => ({
    written,
    host: written.normalize('NFKC').replaceAll(/[^a-z\d]+/gu, '.'),
  }));
  const unseen = fc.constantFrom('', '\u200b', '\u200e', '\u2060', '\u00ad', '\ufe0f');
  const around = fc.constantFrom(
    ['', ''],
    ['http://', '/'],
    ['see ', '.'],
    ['(', ')'],
    ['„', '“'],
    ['', ':80'],
  );
  fc.assert(
    fc.property(
      fc.oneof(version4, version6, named),
      unseen,
      around,
      fc.boolean(),
      ({written, host}, sign, [before, after], isLoud) => {
        const words = `${before}${Array.from(written).join(sign)}${after}`;
        const shown = isLoud ? words.toUpperCase() : words;
        expect(hiddenHost(shown, 'https://evil.invalid/')).toBe('evil.invalid');
        expect(hiddenHost(shown, new URL(`http://${host}/`).href)).toBeUndefined();
      },
    ),
    {numRuns: 2000},
  );
});
