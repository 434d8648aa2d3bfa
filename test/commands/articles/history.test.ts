import {onTestFinished, test, expect} from 'vitest';
import {writeBlog} from '../../helpers/blog.ts';
import {checked} from '../../helpers/checked.ts';
import {commands} from '../../helpers/commands.ts';
import {temporaryHome} from '../../helpers/temporary-home.ts';

async function withChanges() {
  const home = await temporaryHome();
  onTestFinished(home.remove);
  const run = commands(home);
  const blog = await writeBlog(home.folder, {articles: 3});
  await run(['add', blog]);
  const ids = (await run(['list', '--format', '{id}'])).stdout.trim().split('\n');
  for (const id of ids) await run(['mark', '--star', id]);
  return {run, ids};
}

test('changes are listed with their numbers, and one of them is undone without those after it', async () => {
  const {run, ids} = await withChanges();
  const {stdout} = await run(['history']);
  expect(stdout).toMatch(/^(?:\d+\tStarred “Entry \d of the log”\n){3}/);
  const {acts} = checked('history', await run(['history', '--json']));
  const about = acts.find(({description}) => description.includes('Entry 2'));
  expect(await run(['history', '--undo', `${about?.number}`])).toMatchObject({
    code: 0,
    stderr: 'Removed the star from “Entry 2 of the log”.\n',
  });
  const starred = await run(['search', 'is:starred', '--format', '{id}']);
  expect(starred.stdout.trim().split('\n')).toEqual([ids[0], ids[2]]);
  const after = checked('history', await run(['history', '--json']));
  expect(after.acts.map(({number}) => number)).not.toContain(about?.number);
});

test('a number that is no change is refused, and so is one that is undone already', async () => {
  const {run} = await withChanges();
  const refused = {code: 4, stderr: expect.stringContaining('There is no change with the number')};
  expect(await run(['history', '--undo', '4000'])).toMatchObject(refused);
  const [latest] = checked('history', await run(['history', '--json'])).acts;
  expect(await run(['history', '--undo', `${latest?.number}`])).toMatchObject({code: 0});
  expect(await run(['history', '--undo', `${latest?.number}`])).toMatchObject(refused);
});
