import {expect, test} from 'vitest';
import {faultText} from '../../source/runtime/fault-text.ts';

const FACTS = {Inkwell: '1.2.3'};

test('a report names the error and where it happened, and its causes', () => {
  const text = faultText(new TypeError('No rows', {cause: new RangeError('Too far')}), '/home/ada', FACTS);
  expect(text).toMatch(/^Inkwell: 1\.2\.3\n\nTypeError: No rows\n +at [\s\S]*\n\nRangeError: Too far\n +at /);
});

test.each([
  ['Unexpected token \'x\', "what the article says, and more" is not valid JSON', /article says/],
  ['Cannot read /home/ada/notes/one.md', /home\/ada/],
  ['GET https://blog.example/feed?page=2#there failed', /page=2|there/],
  ['GET https://ada:pass@blog.example/ failed', /ada|pass/],
  ['no mail to ada@blog.example', /ada@/],
  ['first\nthe second line of an article', /second/],
  [`${'a word of the text '.repeat(40)}end`, /end/],
])('of %j nothing private stays', (message, isPrivate) => {
  const [line = ''] = faultText(new Error(message), '/home/ada', {}).split('\n').slice(1);
  expect(line).toMatch(/^Error: ./);
  expect(line).not.toMatch(isPrivate);
});

test('of what is thrown and is no error only the type is told', () => {
  expect(faultText('the words of an article', '/home/ada', FACTS)).toBe(
    'Inkwell: 1.2.3\n\nThrown: a value of type string\n',
  );
});
