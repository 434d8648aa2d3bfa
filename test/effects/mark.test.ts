import {join} from 'node:path';
import {DatabaseSync} from 'node:sqlite';
import {expect, onTestFinished, test} from 'vitest';
import type {Action} from '../../source/app/core/action.ts';
import {createWriteQueue} from '../../source/effects/write-queue.ts';
import {markAllRead, undo} from '../../source/effects/mark.ts';
import type {EffectContext} from '../../source/effects/context.ts';
import {fill, numbered} from '../helpers/drafts.ts';
import {open, temporaryFolder} from '../helpers/shelf.ts';

/** A library of more articles than are marked in one moment, and what marks them. */
function largeLibrary() {
  const path = join(temporaryFolder(), 'library.db');
  const {library} = open(path);
  fill(library, numbered(3500));
  const actions: Action[] = [];
  const dispatch = (action: Action): void => void actions.push(action);
  const writes = createWriteQueue(library, dispatch);
  // Of the context marking needs these two.
  const context = {library: writes.library, writes} as EffectContext;
  const texts = (): string[] => actions.flatMap(action => (action.type === 'notice' ? action.text : []));
  const unread = (): number => library.window({query: ''}, 0, 0).unread;
  return {path, context, dispatch, texts, unread};
}

test('very many articles are marked with pauses for keys, and it is said when all are', async () => {
  const {context, dispatch, texts, unread} = largeLibrary();
  markAllRead(context, {kind: 'mark-all-read', view: {query: ''}}, dispatch);
  expect(unread()).toBeGreaterThan(0);
  expect(texts()).toEqual([]);
  await expect.poll(texts).toEqual(['Marked 3500 as read.']);
  expect(unread()).toBe(0);
  undo(context, {kind: 'undo'}, dispatch);
  await expect.poll(texts).toHaveLength(2);
  expect(texts().at(-1)).toBe('Undone: Marked 3500 articles as read.');
  expect(unread()).toBe(3500);
});

test('another process that writes in between holds nothing up, and the rest is marked when it has ended', async () => {
  const {path, context, dispatch, texts, unread} = largeLibrary();
  const other = new DatabaseSync(path);
  onTestFinished(() => other.close());
  markAllRead(context, {kind: 'mark-all-read', view: {query: ''}}, dispatch);
  other.exec('BEGIN IMMEDIATE');
  const left = unread();
  await new Promise(setImmediate);
  await new Promise(setImmediate);
  expect([unread(), texts()]).toEqual([left, []]);
  other.exec('ROLLBACK');
  await expect.poll(texts).toEqual(['Marked 3500 as read.']);
  expect(unread()).toBe(0);
});
