import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {parseJson} from '../../../source/domain/text/parse-json.ts';
import {expectLinear} from '../../helpers/work.ts';

test('JSON is what it is', () => {
  fc.assert(
    fc.property(fc.json({maxDepth: 8}), text => {
      expect(parseJson(text)).toEqual(JSON.parse(text));
    }),
  );
});

describe('what is nested deeper than anything means', () => {
  test.each(['[', '{"a":', '["\\"[",', ' [ {"b": '])('is no JSON: %s…', beginning => {
    expect(() => parseJson(beginning.repeat(1001))).toThrow('deeper than 1000 levels');
  });

  test('is not taken for what stands in strings, or beside each other', () => {
    const text = JSON.stringify([
      '[{'.repeat(2000),
      '\\"['.repeat(2000),
      ...Array.from({length: 3000}, () => []),
    ]);
    expect(parseJson(text)).toEqual(JSON.parse(text));
    expect(parseJson(`${'['.repeat(1000)}${']'.repeat(1000)}`)).toHaveLength(1);
  });
});

test.each(['"', '\\', '"\\', '[]'])('the work on %s without an end grows no faster than it does', sign => {
  expectLinear(
    count => sign.repeat(count),
    100_000,
    text => {
      try {
        parseJson(text);
      } catch {
        // It is no JSON, at whatever length.
      }
    },
  );
});
