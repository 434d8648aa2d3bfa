/*
 * Stores several sources a transaction, without end, and prints how many are stored each time; to be killed
 * at any moment. Argument: the library's file.
 */
import {writeSync} from 'node:fs';
import {openLibrary} from '../../../source/library/file/open-library.ts';
import {loaded, numbered} from '../../helpers/drafts.ts';

const [, , path = ''] = process.argv;
const library = openLibrary(path, {now: Date.now});
writeSync(1, '0\n');
for (let round = 1; round < 1000; round++) {
  const all = Array.from({length: 4}, (_, index) => {
    const {publicationId} = library.follow(`https://${round}-${index}.example/feed`, {isListed: true});
    const drafts = numbered(40, number => ({body: `word${number} `.repeat(200)}));
    return {publicationId, fetched: library.prepare(loaded(publicationId, drafts))};
  });
  library.storeAll(all);
  writeSync(1, `${round * 4}\n`);
}
