import {expect, test} from 'vitest';
import {freshUntil} from '../../source/http/freshness.ts';
import type {Answer} from '../../source/http/http.ts';
import {refusalOf} from '../../source/http/failure/refusal.ts';
import {retryTime} from '../../source/http/retry-after.ts';

const now = Date.parse('2026-05-04T12:00:00Z');
const in1Hour = now + 3_600_000;

function answered(status: number, headers: Record<string, string> = {}): Answer {
  return {
    status,
    url: 'https://a.example/feed',
    headers: new Headers(headers),
    body: new Uint8Array(),
    validators: {},
    isPrivate: false,
    askedAt: now,
    took: 1,
  };
}

test.for([
  [401, 'denied', /password/u],
  [403, 'denied', /forbidden/u],
  [404, 'missing', /Not found/u],
  [410, 'gone', /gone for good/u],
  [429, 'rate-limited', /too many requests/u],
  [418, 'refused', /418/u],
  [500, 'refused', /server error 500/u],
  [304, 'malformed', /304/u],
  [302, 'malformed', /302/u],
] as const)('status %i is a Problem of kind %s', ([status, kind, message]) => {
  const problem = refusalOf(answered(status), now);
  expect(problem?.kind).toBe(kind);
  expect(problem?.message).toMatch(message);
});

test('a key in the address that is refused is named, unless the server asks for a password', () => {
  const url = 'https://a.example/ghost/api/content/posts/?key=0';
  expect(refusalOf({...answered(401), url}, now)?.message).toBe(
    "a.example doesn't take the key of this address (401).",
  );
  const asked = answered(401, {'www-authenticate': 'Basic'});
  expect(refusalOf({...asked, url}, now)?.message).toMatch(/password/u);
});

test.for([200, 201, 204])('status %i is none', status => {
  expect(refusalOf(answered(status), now)).toBeUndefined();
});

test.for([429, 503])('%i with Retry-After says when to come back', status => {
  expect(refusalOf(answered(status, {'retry-after': '3600'}), now)).toMatchObject({
    kind: 'rate-limited',
    retryAt: '2026-05-04T13:00:00.000Z',
    advice: 'It may be asked again from 2026-05-04 13:00 UTC.',
  });
});

test.for([
  ['3600', in1Hour],
  ['Mon, 04 May 2026 13:00:00 GMT', in1Hour],
  ['Thu, 01 Jan 1970 00:00:00 GMT', undefined],
  ['0', undefined],
  ['soon', undefined],
  ['-5', undefined],
  [null, undefined],
  ['999999999999', now + 30 * 24 * 3_600_000],
] as const)('Retry-After: %s', ([header, time]) => {
  expect(retryTime(header, now)).toBe(time);
});

test.for<readonly [Record<string, string>, number | undefined]>([
  [{'cache-control': 'public, max-age=3600'}, in1Hour],
  [{'cache-control': 'max-age=7200', age: '3600'}, in1Hour],
  [{'cache-control': 'max-age=3600, no-cache'}, undefined],
  [{'cache-control': 'no-store', expires: 'Mon, 04 May 2026 13:00:00 GMT'}, undefined],
  [{'cache-control': 'max-age=0', expires: 'Mon, 04 May 2026 13:00:00 GMT'}, undefined],
  [{expires: 'Mon, 04 May 2026 13:00:00 GMT'}, in1Hour],
  [{expires: 'Mon, 04 May 2026 02:00:00 GMT', date: 'Mon, 04 May 2026 01:00:00 GMT'}, in1Hour],
  [{expires: '0'}, undefined],
  [{}, undefined],
  [{'cache-control': 'max-age=31536000'}, now + 24 * 3_600_000],
])('an answer with %o is fresh for as long as it says, but a day at most', ([headers, time]) => {
  expect(freshUntil(new Headers(headers), now)).toBe(time);
});
