import {expect, test} from 'vitest';
import {reachFrom} from '../../source/sources/place/reach-from.ts';

test.for([
  ['https://blog.example/feed', {publicOr: 'blog.example'}],
  ['http://192.168.1.7:8080/feed', 'anywhere'],
  ['http://localhost/', 'anywhere'],
  ['/home/ada/notes', 'public-only'],
  [undefined, 'public-only'],
] as const)('what stands in %s reaches %o', ([address, reach]) => {
  expect(reachFrom(address)).toEqual(reach);
});
