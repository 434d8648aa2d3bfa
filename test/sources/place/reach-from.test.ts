import {expect, test} from 'vitest';
import {reachFrom} from '../../../source/sources/place/reach-from.ts';

test.for([
  ['https://blog.example/feed', 'public-only'],
  ['http://192.168.1.7:8080/feed', 'public-only'],
  ['http://localhost/', 'public-only'],
  ['/home/ada/notes', 'public-only'],
  [undefined, 'public-only'],
] as const)('what a file or a server names as %s reaches %o', ([address, reach]) => {
  expect(reachFrom({url: address})).toEqual(reach);
});

test('what stands in a document from a private address reaches its own host besides', () => {
  expect(reachFrom({url: 'https://blog.example/feed', isPrivate: true})).toEqual({publicOr: 'blog.example'});
  expect(reachFrom({url: 'http://nas.local/feed', isPrivate: true})).toBe('anywhere');
});
