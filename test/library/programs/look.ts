/*
 * Opens a library that the disk may refuse, uses it, and prints what it was told as JSON.
 * Arguments: the library's file, and how many articles to try to store.
 */
import {toProblem} from '../../../source/domain/problem.ts';
import type {Problem} from '../../../source/domain/problem.ts';
import {openLibrary} from '../../../source/library/file/open-library.ts';
import {fill, NOW, numbered} from '../../helpers/drafts.ts';

const [, , path = '', count = '0'] = process.argv;
const notices: Problem[] = [];
const library = openLibrary(path, {now: () => NOW, onNotice: problem => notices.push(problem)});
const before = library.window({query: ''}, 0, 1);
const [first] = before.rows;
const refused = attempt(() => first && library.mark([first.id], {isStarred: true}));
if (first) library.mark([first.id], {isRead: true, isByReading: true});
const stored = attempt(() => {
  for (let batch = 0; batch < Number(count) / 50; batch++) {
    fill(
      library,
      numbered(50, index => ({guid: `${batch} ${index}`, body: noise(8000)})),
      {location: `https://${batch}.example/`},
    );
  }
});
const after = library.window({query: ''}, 0, 0).total;
const starred = library.window({query: 'is:starred'}, 0, 0).total;
library.close();
process.stdout.write(
  JSON.stringify({notices, before: before.total, after, starred, refused, problem: stored}),
);

function attempt(work: () => void): Problem | undefined {
  try {
    work();
    return undefined;
  } catch (error) {
    return toProblem(error);
  }
}

/** Text that does not compress. */
function noise(length: number): string {
  let text = '';
  while (text.length < length) text += `${Math.random().toString(36).slice(2)} `;
  return text;
}
