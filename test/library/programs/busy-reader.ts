/*
 * Fetches and marks without end, and prints each act when the library has confirmed it; to be killed at any
 * moment. Arguments: the library's file, a name that sets its articles apart.
 */
import {writeSync} from 'node:fs';
import {openLibrary} from '../../../source/library/file/open-library.ts';
import {fill, numbered} from '../../helpers/drafts.ts';

const [, , path = '', name = ''] = process.argv;
const library = openLibrary(path, {now: Date.now, onNotice: ({message}) => say(`notice ${message}`)});
const location = `https://${name}.example/feed`;
say('open');
for (let round = 1; round < 10_000; round++) {
  const {ids} = fill(
    library,
    numbered(round * 3, index => ({guid: `${name} ${index}`, body: 'word '.repeat(index)})),
    {location},
  );
  say(`stored ${ids.length}`);
  for (const id of ids.slice(-3)) {
    library.mark([id], {isStarred: true});
    say(`starred ${id}`);
    library.keepPosition(id, {block: round, offset: 1}, 0.5);
    say(`kept ${id} ${round}`);
  }
}

function say(line: string): void {
  writeSync(1, `${line}\n`);
}
