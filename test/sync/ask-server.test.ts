import {expect, test} from 'vitest';
import type {ProblemError} from '../../source/domain/problem.ts';
import {createHttp} from '../../source/http/http.ts';
import {LIST_MINUTES, listLimit, MOST_IDS, MOST_PAGES} from '../../source/sync/ask-server.ts';
import {findServer} from '../../source/sync/find-server.ts';
import {webServer} from '../helpers/web-server.ts';

const {signal} = new AbortController();

test.each([
  ['pages', (count: (ids: number) => void) => Array.from({length: MOST_PAGES + 1}, () => count(1))],
  ['ids', (count: (ids: number) => void) => count(MOST_IDS + 1)],
])('a list of a server has an end: %s', (_, read) => {
  expect(() => read(listLimit('https://quay.example'))).toThrow('quay.example lists articles without an end');
});

test('a list of a server has an end: minutes', () => {
  let now = 0;
  const count = listLimit('https://quay.example', () => now);
  count(1);
  now = LIST_MINUTES * 60_000 + 1;
  expect(() => count(2)).toThrow('without an end');
});

test('nothing is sent to an address of an account that holds a password', async () => {
  const server = await webServer();
  const http = createHttp({environment: {}});
  const typed = server.origin.replace('://', '://ada:opensesame@');
  const failure = (await findServer(typed, {hasUser: true}, http, signal).catch(
    (error: unknown) => error,
  )) as ProblemError;
  expect(failure.problem).toMatchObject({kind: 'unsafe'});
  expect(JSON.stringify(failure.problem)).not.toContain('opensesame');
  expect(server.requests).toEqual([]);
  await http.close();
  await server.close();
});
