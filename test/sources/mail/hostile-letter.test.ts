import {expect, test} from 'vitest';
import {claimIn} from '../../../source/sources/mail/confirmation.ts';
import {letterBody} from '../../../source/sources/mail/letter-body.ts';
import {expectLinear} from '../../helpers/work.ts';

/** Each is as deep as it is long: looking at all that is inside, or around, each of them shows. */
const NESTED: readonly (readonly [what: string, make: (count: number) => string])[] = [
  ['tables within tables', count => '<table><tr><td>'.repeat(count / 2) + '<br>'.repeat(30 * count)],
  ['tables within blocks', count => '<div>'.repeat(count) + '<table><td>a</table>'.repeat(10 * count)],
  ['hidden blocks without words', count => '<div hidden>'.repeat(count) + '<b>·</b>'.repeat(20 * count)],
  ['one line within marks', count => `<p>${'<span>'.repeat(count)}${'a<i>b</i>'.repeat(20 * count)}`],
  ['links', count => `<p>${'<a href="https://a.example/">a</a>'.repeat(10 * count)}`],
];

test.each(NESTED)('the work on a letter of %s grows no faster than it does', (_, make) => {
  expectLinear(make, 400, content => letterBody(content, undefined, 'Hello'));
});

test('the work on a mail of links within links grows no faster than it does', () => {
  expectLinear(
    count =>
      '<a href="https://a.example/confirm"><table><tr><td>'.repeat(count) + '<i>a</i>'.repeat(20 * count),
    80,
    content => claimIn({headers: [], headerLines: [], attachments: [], subject: 'Confirm', html: content}),
  );
});

test('the work on a mail of lines grows no faster than it does, and few of its links are looked at', () => {
  const claim = expectLinear(
    count => 'https://a.example/\n'.repeat(count) + 'https://a.example/confirm',
    20_000,
    text => claimIn({headers: [], headerLines: [], attachments: [], subject: 'Confirm', text}),
  );
  expect(claim?.link.url).toBe('https://a.example/');
});
