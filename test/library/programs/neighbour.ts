/*
 * One of several that use a library at once, until its file "stop" is there; prints how many it has marked
 * after each round, and at last what it did as JSON. Arguments: the library's file, what to be ("reader" or
 * "refresher"), a number.
 */
import {existsSync, writeSync} from 'node:fs';
import {openLibrary} from '../../../source/library/file/open-library.ts';
import {fill, numbered} from '../../helpers/drafts.ts';

/**
 * Waits until a full pipe is read: `process.stdout` would keep the rest until the loop that never rests ends.
 */
function say(line: string): void {
  writeSync(1, `${line}\n`);
}

const [, , path = '', role = '', number = ''] = process.argv;
const notices: string[] = [];
const library = openLibrary(path, {now: Date.now, onNotice: ({message}) => notices.push(message)});
const marked: string[] = [];
let round = 0;
while (!existsSync(`${path}.stop`)) {
  round++;
  if (role === 'refresher') {
    const count = 5 + (round % 40);
    fill(
      library,
      numbered(count, index => ({guid: `${number} ${index}`, body: `text ${round} `.repeat(50)})),
      {location: `https://${number}.example/feed`},
    );
  } else {
    // Each reader marks articles that the other leaves alone.
    const {rows} = library.window({query: role === 'reader' ? 'is:unread' : ''}, round % 30, 5);
    const mine = rows
      .map(({id}) => id)
      .filter(id => !marked.includes(id) && id.charCodeAt(0) % 2 === Number(number) % 2);
    if (mine.length > 0) library.mark(mine, {isRead: true});
    marked.push(...mine);
    library.window({query: 'text'}, 0, 10);
  }
  say(`${marked.length}`);
}
library.close();
say(JSON.stringify({role, number, round, marked, notices}));
