import * as fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {checkEmail, pastedEmail, suggestEmail} from '../../../source/domain/email/email.ts';

describe('what can be an address', () => {
  test.each([
    'ada@example.com',
    'ada+news@example.com',
    "o'hara@example.co.uk",
    'ada.lovelace@analytical.engine.example',
    'bücher@bücher.example',
    '用户@例子.广告',
    'a@b.co',
  ])('%s', email => {
    expect(checkEmail(email)).toEqual({ok: true, email});
  });

  test('the address of a name with brackets', () => {
    expect(checkEmail('Ada Lovelace <ada@example.com>')).toEqual({ok: true, email: 'ada@example.com'});
  });
});

describe('what cannot', () => {
  test.each([
    ['ada', /@/],
    ['ada@@example.com', /only one @/],
    ['ada@example', /\.com/],
    ['@example.com', /before the @/],
    ['ada@', /after the @/],
    ['a b@example.com', /spaces/],
    ['ada@example.com ', /spaces/],
    ['ada\u00A0x@example.com', /spaces/],
    ['ada\u200B@example.com', /cannot be seen/],
    ['ada@exam\u00ADple.com', /cannot be seen/],
    ['\uD800ada@example.com', /cannot be seen/],
    ['ada@example.com\r\nBcc: all@example.com', /spaces/],
    [`${'a'.repeat(65)}@example.com`, /64 bytes/],
    ['ada@exa,mple.com', /after the @/],
  ])('%j, and says why', (text, reason) => {
    const check = checkEmail(text);
    expect(check).toMatchObject({ok: false, reason: expect.stringMatching(reason)});
  });
});

test.each(['ada.l@mail.example.com', 'Ada Lovelace <ada@example.com>'])(
  'nothing is wrong yet with any beginning of %s',
  whole => {
    const beginnings = Array.from(whole, (_, length) => whole.slice(0, length));
    const red = beginnings.filter(beginning => {
      const check = checkEmail(beginning);
      return !check.ok && !check.isUnfinished;
    });
    expect(red).toEqual([]);
  },
);

test.each(['a@@b', 'a..b@c.d,', 'a b@', '@'])('%j is no beginning: no ending can repair it', text => {
  expect(checkEmail(text)).toMatchObject({ok: false, isUnfinished: false});
});

test('any text is answered, and what is accepted goes through unchanged', () => {
  expect(
    fc.check(fc.property(fc.string({unit: 'binary', maxLength: 60}), isFair), {numRuns: 300}),
  ).toMatchObject({failed: false});
});

test.each([
  ['  ada@example.com\n', 'ada@example.com'],
  ['mailto:ada@example.com', 'ada@example.com'],
  ['Ada Lovelace <ada@example.com>', 'ada@example.com'],
  ['"Lovelace, Ada" < ada@example.com >', 'ada@example.com'],
  ['nothing of the kind', 'nothing of the kind'],
])('of %j that was pasted, %j is kept', (text, email) => {
  expect(pastedEmail(text)).toBe(email);
});

describe('a domain that was mistyped', () => {
  test.each([
    ['ada@gmial.com', 'ada@gmail.com'],
    ['ada@GMIAL.com', 'ada@gmail.com'],
    ['ada@gamil.com', 'ada@gmail.com'],
    ['ada@hotmial.com', 'ada@hotmail.com'],
    ['ada@outlok.com', 'ada@outlook.com'],
    ['ada@yahooo.com', 'ada@yahoo.com'],
    ['ada@protonmial.con', 'ada@protonmail.com'],
    ['ada@example.con', 'ada@example.com'],
    ['ada@example.ogr', 'ada@example.org'],
  ])('%s is likely %s', (email, meant) => {
    expect(suggestEmail(email)).toBe(meant);
  });

  test.each([
    'ada@gmail.com',
    'ada@ymail.com',
    'ada@mail.com',
    'ada@yahoo.fr',
    'ada@hotmail.de',
    'ada@me.com',
    'ada@hey.com',
    'ada@gmx.net',
    'ada@cloud.com',
    'ada@proton.me',
    'ada@example.co',
    'ada@',
    'ada',
    '',
  ])('%s is left alone', email => {
    expect(suggestEmail(email)).toBeUndefined();
    expect(suggestEmail(email, true)).toBeUndefined();
  });

  test('nobody is interrupted on the way to the right one', () => {
    for (let length = 1; length <= 'gmail.com'.length; length++)
      expect(suggestEmail(`ada@${'gmail.com'.slice(0, length)}`)).toBeUndefined();
    expect(suggestEmail('ada@gmail.co', true)).toBe('ada@gmail.com');
  });
});

function isFair(text: string): boolean {
  const check = checkEmail(text);
  return check.ok ? text.includes(check.email) : check.reason.endsWith('.');
}
