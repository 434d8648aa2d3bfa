import * as fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {instantFrom} from '../../../source/sources/article/dates.ts';

const at = (written: string): string | undefined => instantFrom(written)?.replace('.000Z', 'Z');

describe('reads', () => {
  test.each([
    ['RFC 822', 'Tue, 10 Jun 2025 04:00:00 GMT', '2025-06-10T04:00:00Z'],
    ['an offset', 'Tue, 10 Jun 2025 04:00:00 +0530', '2025-06-09T22:30:00Z'],
    ['a zone by name', 'Tue, 10 Jun 2025 04:00:00 PDT', '2025-06-10T11:00:00Z'],
    ['a zone by its place', 'Sat, 05 Jul 2025 04:00:00 Europe/Lisbon', '2025-07-05T03:00:00Z'],
    [
      'a zone by its place in winter',
      '2025-01-05 04:00:00 America/Argentina/Buenos_Aires',
      '2025-01-05T07:00:00Z',
    ],
    ['an offset and its place', '2025-07-05T04:00:00+09:00[Asia/Tokyo]', '2025-07-04T19:00:00Z'],
    ['a zone of the zone database itself', 'Sat, 05 Jul 2025 04:00:00 Etc/GMT-3', '2025-07-05T01:00:00Z'],
    ['a zone by name and offset', 'Tue, 10 Jun 2025 04:00 GMT+02:00', '2025-06-10T02:00:00Z'],
    ['letters that name no zone', 'Tue, 10 Jun 2025 04:00:00 XQT', '2025-06-10T04:00:00Z'],
    ['two digits for the year', '10 Jun 25 04:00 UT', '2025-06-10T04:00:00Z'],
    ['a wrong day of the week', 'Sun, 10 June 2025', '2025-06-10T00:00:00Z'],
    ['missing spaces and commas', 'Tue,10 Jun 2025 4:00:00Z', '2025-06-10T04:00:00Z'],
    ['asctime', 'Tue Jun 10 04:00:00 2025', '2025-06-10T04:00:00Z'],
    [
      'Date.toString',
      'Tue Jun 10 2025 04:00:00 GMT+0200 (Central European Summer Time)',
      '2025-06-10T02:00:00Z',
    ],
    ['ISO 8601', '2025-06-10T04:00:00.123456+02:00', '2025-06-10T02:00:00Z'],
    ['a day', '2025-06-10', '2025-06-10T00:00:00Z'],
    ['a month', '2025-06', '2025-06-01T00:00:00Z'],
    ['a year', '2025', '2025-01-01T00:00:00Z'],
    ['a space for the T', '2025-06-10 04:00', '2025-06-10T04:00:00Z'],
    ['no separators', '20250610T040000Z', '2025-06-10T04:00:00Z'],
    ['a week', '2025-W24-2', '2025-06-10T00:00:00Z'],
    ['a day of the year', '2025-161', '2025-06-10T00:00:00Z'],
    ['slashes, year first', '2025/6/10 04:00:00 EST', '2025-06-10T09:00:00Z'],
    ['slashes, American', '6/10/2025 4:00 PM', '2025-06-10T16:00:00Z'],
    ['slashes that can only be European', '25/6/2025', '2025-06-25T00:00:00Z'],
    ['points', '10.06.2025 04:00', '2025-06-10T04:00:00Z'],
    ['American prose', 'June 10th, 2025 at 4:00 am', '2025-06-10T04:00:00Z'],
    ['midnight at the end of a day', '2025-06-10T24:00:00Z', '2025-06-11T00:00:00Z'],
    ['a leap second', '2016-12-31T23:59:60Z', '2016-12-31T23:59:59Z'],
    ['seconds since 1970', '1749528000', '2025-06-10T04:00:00Z'],
    ['milliseconds since 1970', '1749528000000', '2025-06-10T04:00:00Z'],
    ['German', 'Di, 10 Juni 2025 04:00:00 +0200', '2025-06-10T02:00:00Z'],
    ['French', '10 févr. 2025 04:00', '2025-02-10T04:00:00Z'],
    ['Greek', 'Τρι, 10 Ιούν 2025 04:00:00 +0300', '2025-06-10T01:00:00Z'],
    ['Hungarian', '2025-június-10T4:00-02:00', '2025-06-10T06:00:00Z'],
    ['Russian', '10 июня 2025', '2025-06-10T00:00:00Z'],
    ['Korean', '2025년 6월 10일 오후 1:00:00', '2025-06-10T04:00:00Z'],
    ['Chinese', '2025年6月10日 04:00', '2025-06-10T04:00:00Z'],
  ])('%s', (_, written, expected) => {
    expect(at(written)).toBe(expected);
  });
});

describe('leaves out', () => {
  test.each([
    ['a 31st of June', '2025-06-31'],
    ['a 29th of February of a common year', 'Sat, 29 Feb 2025 10:00:00 GMT'],
    ['a 13th month', '2025-13-01'],
    ['25 o’clock', '2025-06-10T25:00:00Z'],
    ['a 61st minute', '2025-06-10T10:61:00Z'],
    ['a place that has no zone', 'Tue, 10 Jun 2025 04:00:00 Middle/Earth'],
    ['a zone that is none', 'Tue, 10 Jun 2025 04:00:00 +zz:00'],
    ['a month that is none', 'Tue, 10 Zyx 2025 04:00:00 GMT'],
    ['zeros', '0000-00-00 00:00:00'],
    ['the first day of all', '0001-01-01T00:00:00Z'],
    ['words', 'Invalid Date'],
    ['a time alone', '10:30'],
    ['a number', '42'],
    ['nothing', '  '],
    ['a novel', 'June '.repeat(100)],
  ])('%s', (_, written) => {
    expect(instantFrom(written)).toBeUndefined();
  });
});

test('reads back what programs write', () => {
  const dates = fc.date({min: new Date('0100-01-01'), max: new Date('9990-01-01'), noInvalidDate: true});
  fc.assert(
    fc.property(dates, date => {
      const second = new Date(Math.floor(date.getTime() / 1000) * 1000);
      expect(instantFrom(date.toISOString())).toBe(second.toISOString());
      expect(instantFrom(second.toUTCString())).toBe(second.toISOString());
    }),
    {numRuns: 100},
  );
});

test('is undefined or an instant for any text, and never throws', () => {
  const part = fc.constantFrom(
    '2025',
    '6',
    '31',
    'Jun',
    'juin',
    '10:00',
    ':',
    '-',
    '/',
    'T',
    'Z',
    '+02',
    ' ',
    ',',
    '年',
    'PM',
    '99',
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(part, {maxLength: 9}).map(parts => parts.join('')),
      ),
      text => {
        const instant = instantFrom(text);
        return instant === undefined || /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/u.test(instant);
      },
    ),
    {numRuns: 500},
  );
});
