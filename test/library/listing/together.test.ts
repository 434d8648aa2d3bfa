import {join} from 'node:path';
import {expect, test} from 'vitest';
import {fill, numbered} from '../../helpers/drafts.ts';
import {open, temporaryFolder} from '../../helpers/shelf.ts';

const VIEW = {query: ''};

test('what is read together is of one moment, though another connection writes in between', () => {
  const path = join(temporaryFolder(), 'library.db');
  const {library} = open(path);
  const {library: other} = open(path);
  const {ids} = fill(library, numbered(20));
  const newer = numbered(7, index => ({guid: `new ${index}`, title: `New ${index}`}));
  const {place, row, total} = library.together(() => {
    const at = library.indexOf(VIEW, ids[9] ?? '') ?? -1;
    fill(other, [...newer, ...numbered(20)]);
    const window = library.window(VIEW, at, 1);
    return {place: at, row: window.rows[0]?.id, total: window.total};
  });
  expect({place, row, total}).toEqual({place: 9, row: ids[9], total: 20});
  expect(library.window(VIEW, 0, 1).total).toBe(27);
  expect(library.indexOf(VIEW, ids[9] ?? '')).toBe(16);
});
