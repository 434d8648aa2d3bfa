import {expect, test} from 'vitest';
import type {Library} from '../../source/ports/library.ts';
import {createBatchWriter} from '../../source/ingest/batch-writer.ts';
import {loaded, numbered} from '../helpers/drafts.ts';
import {open} from '../helpers/shelf.ts';

const UNENDING = new AbortController().signal;

const bringing = (publicationId: string, articles = 3) => ({
  publicationId,
  fetched: loaded(publicationId, numbered(articles)),
});

const follow = (library: Library, name: string): string =>
  library.follow(`https://${name}.example/feed`, {isListed: true}).publicationId;

test('what comes at the same time is one change of the library', async () => {
  const {library} = open();
  const ids = ['a', 'b', 'c'].map(name => follow(library, name));
  const {keep} = createBatchWriter(library);
  const before = library.version();
  const taken = await Promise.all(ids.map(id => keep(bringing(id), UNENDING)));
  expect(taken).toEqual(ids.map(() => ({added: 3, changed: 0, isUnchanged: false})));
  expect(library.version()).toBe(before + 1);
});

test('much of it is several changes, so that others get in between', async () => {
  const {library} = open();
  const ids = ['a', 'b', 'c', 'd', 'e', 'f'].map(name => follow(library, name));
  const {keep} = createBatchWriter(library);
  const before = library.version();
  await Promise.all(ids.map(id => keep(bringing(id, 100), UNENDING)));
  expect(library.version()).toBe(before + 2);
  expect(library.window({query: ''}, 0, 0).total).toBe(600);
});

test('a source that cannot be kept costs no other', async () => {
  const {library} = open();
  const [first, last] = [follow(library, 'a'), follow(library, 'b')];
  const {keep} = createBatchWriter(library);
  const outcomes = await Promise.allSettled([first, 'nobody', last].map(id => keep(bringing(id), UNENDING)));
  expect(outcomes.map(({status}) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(library.window({query: ''}, 0, 0).total).toBe(6);
});

test('what was stopped before it was kept leaves nothing', async () => {
  const {library} = open();
  const stop = new AbortController();
  const kept = createBatchWriter(library).keep(bringing(follow(library, 'a')), stop.signal);
  stop.abort();
  await expect(kept).rejects.toThrow('aborted');
  expect(library.window({query: ''}, 0, 0).total).toBe(0);
});
