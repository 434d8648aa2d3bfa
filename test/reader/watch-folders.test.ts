import {mkdirSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {expect, onTestFinished, test} from 'vitest';
import type {Action} from '../../source/app/core/action.ts';
import type {Store} from '../../source/app/core/store.ts';
import {watchFolders} from '../../source/reader/watch-folders.ts';
import {open, temporaryFolder} from '../helpers/shelf.ts';
import {listState} from '../helpers/state.ts';
import {TypedPasswords} from '../../source/services/typed-passwords.ts';

/** No mail server is watched, so nothing of it is asked for. */
const NOTHING = {options: {}, ports: {}} as Parameters<typeof watchFolders>[0];

/** Two followed folders and a feed, and what the watch dispatches. */
function watched(scope?: (ids: readonly string[]) => readonly string[]) {
  const {library} = open();
  const root = temporaryFolder();
  const folders = ['one', 'two'].map(name => join(root, name));
  const ids = folders.map(folder => {
    mkdirSync(folder);
    return library.follow(folder, {isListed: true}).publicationId;
  });
  library.follow('https://example.com/feed', {isListed: true});
  const actions: Action[] = [];
  const store = {dispatch: action => void actions.push(action), getState: () => listState(0)} as Store;
  const end = watchFolders(NOTHING, library, scope?.(ids), store, new TypedPasswords());
  onTestFinished(end);
  let written = 0;
  /** Writes into a folder until something is dispatched: watching begins a little later. */
  const write = (folder: number) => () => {
    writeFileSync(join(folders[folder] ?? '', 'a.md'), `# ${written++}`);
    return actions.length;
  };
  return {ids, actions, write, end};
}

test('a change in a followed folder fetches that folder alone', async () => {
  const {ids, actions, write} = watched();
  await expect.poll(write(1), {interval: 700}).toBeGreaterThan(0);
  expect(actions[0]).toEqual({type: 'begun', which: [ids[1]]});
});

test('of the folders those of this run are watched', async () => {
  const {ids, actions, write} = watched(all => all.slice(0, 1));
  write(1)();
  await expect.poll(write(0), {interval: 700}).toBeGreaterThan(0);
  expect(actions.every(action => action.type === 'begun' && String(action.which) === ids[0])).toBe(true);
});
