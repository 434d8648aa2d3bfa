import {DatabaseSync} from 'node:sqlite';
import {setTimeout as wait} from 'node:timers/promises';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import type {Library} from '../../../source/ports/library.ts';
import {openLibrary} from '../../../source/library/file/open-library.ts';
import {bundled, start} from '../../helpers/child.ts';
import {loaded, NOW, numbered} from '../../helpers/drafts.ts';
import {open, temporaryFolder} from '../../helpers/shelf.ts';

const follow = (library: Library, name: string): string =>
  library.follow(`https://${name}.example/feed`, {isListed: true}).publicationId;

test('what another thread has prepared is kept as if it had come straight', () => {
  const straight = open().library;
  const {library} = open();
  const drafts = numbered(5, index => ({body: `<p>Body of 日本語 and quagga${index}.</p>`, tags: ['one']}));
  const publication = follow(library, 'a');
  follow(straight, 'a');
  straight.store(publication, loaded(publication, drafts));
  const fetched = structuredClone(library.prepare(loaded(publication, drafts)));
  expect(library.storeAll([{publicationId: publication, fetched}])).toEqual([{added: 5, changed: 0}]);
  expect([...library.exportState()]).toEqual([...straight.exportState()]);
  for (const words of ['quagga3', '日本', 'tag:one'])
    expect(library.search(words, 10)).toEqual(straight.search(words, 10));
  const edited = numbered(5, index => ({...drafts[index], ...(index === 1 && {body: '<p>okapi</p>'})}));
  const again = structuredClone(library.prepare(loaded(publication, edited)));
  expect(library.storeAll([{publicationId: publication, fetched: again}])).toEqual([{added: 0, changed: 1}]);
  expect(library.search('quagga1', 10)).toEqual([]);
  expect(library.search('okapi', 10)).toHaveLength(1);
});

test('an article that was pruned after it was found unchanged is kept whole', () => {
  const {library} = open();
  const publication = follow(library, 'a');
  library.store(publication, loaded(publication, numbered(1)));
  const fetched = library.prepare(loaded(publication, numbered(1)));
  const other = open().library;
  follow(other, 'a');
  expect(other.storeAll([{publicationId: publication, fetched}])).toEqual([{added: 1, changed: 0}]);
  const [row] = other.window({query: ''}, 0, 1).rows;
  expect(other.body(row?.id ?? '')?.content).toBe('<p>Body of 0.</p>');
});

test('sources that are stored together are stored all or not at all', () => {
  const {library} = open();
  const known = follow(library, 'a');
  const all = [known, 'nobody'].map(publicationId => ({
    publicationId,
    fetched: library.prepare(loaded(publicationId, numbered(3))),
  }));
  expect(() => library.storeAll(all)).toThrow('has no publication nobody');
  expect(library.window({query: ''}, 0, 0).total).toBe(0);
  expect(library.search('Number', 10)).toEqual([]);
});

test('a program killed while it stores several sources leaves each whole or as it was', async () => {
  const folder = temporaryFolder();
  const program = bundled(join(import.meta.dirname, '../programs/keeper.ts'), folder);
  for (let crash = 0; crash < 8; crash++) {
    const path = join(folder, `${crash}.db`);
    const child = start(program, path);
    await expect.poll(() => child.lines.length).toBeGreaterThan(0);
    await wait((crash * 37) % 160);
    child.process.kill('SIGKILL');
    await child.ended;
    const library = openLibrary(path, {now: () => NOW});
    const totals = library.publications().map(({total}) => total);
    expect(new Set(totals).isSubsetOf(new Set([0, 40]))).toBe(true);
    const told = Math.max(...child.lines.map(Number));
    expect(totals.filter(total => total === 40).length).toBeGreaterThanOrEqual(told);
    library.close();
    const file = new DatabaseSync(path);
    expect(file.prepare('PRAGMA integrity_check').get()).toEqual({integrity_check: 'ok'});
    file.close();
  }
});
