import {homedir} from 'node:os';
import {resolve} from 'node:path';
import {expect, test} from 'vitest';
import {placeOf} from '../../../source/sources/place/place.ts';
import {toProblem} from '../../../source/domain/problem.ts';

const nothing = () => false;

test.for([
  ['https://a.example', 'https://a.example/'],
  [' HTTP://A.example/x ', 'http://a.example/x'],
  ['feed://a.example/x', 'http://a.example/x'],
  ['feed:https://a.example/x', 'https://a.example/x'],
  ['a.example', 'https://a.example/'],
  ['blog.a.example/feed?x', 'https://blog.a.example/feed?x'],
])('%s is the web address %s', ([location, address]) => {
  expect(placeOf(location ?? '', nothing)).toEqual({kind: 'web', address});
});

test.for(['notes', './a.example', 'notes.md', 'feed.xml', '/srv/blog', '..'])('%s is a path', location => {
  expect(placeOf(location, nothing)).toEqual({kind: 'disk', path: resolve(location)});
});

test('a name that looks like a host is a path where there is one', () => {
  expect(placeOf('a.example', () => true)).toEqual({kind: 'disk', path: resolve('a.example')});
  expect(placeOf('https://a.example', () => true)).toMatchObject({kind: 'web'});
});

test('the home folder and file: addresses are understood', () => {
  expect(placeOf('~/notes', nothing)).toEqual({kind: 'disk', path: resolve(homedir(), 'notes')});
  expect(placeOf('file:///srv/my%20blog', nothing)).toEqual({kind: 'disk', path: resolve('/srv/my blog')});
});

test.for([
  ['gopher://a.example/', 'unsupported', /gopher/u],
  ['ftp://a.example/', 'unsupported', /ftp/u],
  ['https://', 'malformed', /no address/u],
  ['http://[', 'malformed', /no address/u],
  ['file://elsewhere/x', 'malformed', /no file/u],
] as const)('%s is a Problem of kind %s', ([location, kind, message]) => {
  const problem = problemOf(() => placeOf(location, nothing));
  expect(problem?.kind).toBe(kind);
  expect(problem?.message).toMatch(message);
});

test('what a Problem quotes is printable', () => {
  expect(problemOf(() => placeOf('x\u001b[31m://\u202ea', nothing))?.message ?? '').not.toMatch(
    /[\u001b\u202e]/u,
  );
});

function problemOf(work: () => unknown) {
  try {
    work();
  } catch (error) {
    return toProblem(error);
  }
  return undefined;
}
