/*
 * Stars one article after the other, beside another process that writes now and then, and prints each when it
 * is confirmed; to be killed at any moment. Arguments: the library's file, the articles' ids.
 */
import {writeSync} from 'node:fs';
import {createWriteQueue} from '../../../source/effects/write-queue.ts';
import {openLibrary} from '../../../source/library/file/open-library.ts';

const [, , path = '', ...ids] = process.argv;
const library = openLibrary(path, {now: Date.now});
const writes = createWriteQueue(library, () => {});
setInterval(() => {
  const id = ids.shift();
  if (id === undefined) return;
  writes.add({
    work: () => library.mark([id], {isStarred: true}),
    onWritten: () => writeSync(1, `starred ${id}\n`),
    pending: {kind: 'marks', ids: [id], isStarred: true},
  });
}, 1);
