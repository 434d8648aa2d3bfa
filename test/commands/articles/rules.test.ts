import {mkdir, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {afterEach, beforeEach, describe, expect, test} from 'vitest';
import {checked, titles} from '../../helpers/checked.ts';
import {commands} from '../../helpers/commands.ts';
import {temporaryHome} from '../../helpers/temporary-home.ts';
import {followingWell, type Well} from '../../helpers/well.ts';

let well: Well;

beforeEach(async () => {
  well = await followingWell('A cache', 'Sponsored: a queue');
});

afterEach(() => well.close());

const listed = async (query = '-is:hidden') =>
  titles(checked('list', await well.run(['list', '--json', '--query', query]))).toSorted();
const rules = async () =>
  checked('rules', await well.run(['rules', '--json'])).rules?.map(({query}) => query);

test('are kept in the preferences, tried on what comes in, and run over what is here', async () => {
  const added = await well.run(['rules', 'add', 'title:/^sponsored/i', 'hide', 'tag', 'ads', '--json']);
  expect(checked('rules', added).rules).toEqual([
    {place: 1, query: 'title:/^sponsored/i', do: ['hide', 'tag ads']},
  ]);
  expect((await well.run(['config', 'get', 'rules'])).stdout).toContain('"do":["hide","tag ads"]');
  expect(await listed()).toHaveLength(2);
  well.serve('A cache', 'Sponsored: a queue', 'Sponsored: a river');
  await well.run(['refresh', '--force']);
  expect(await listed()).toEqual(['A cache', 'Sponsored: a queue']);
  expect(await listed('is:hidden')).toEqual(['Sponsored: a river']);
  const {results} = checked('rules', await well.run(['rules', 'run', '--json']));
  expect(results).toMatchObject([{found: 1, changed: 1, newest: [{title: 'Sponsored: a queue'}]}]);
  expect(await listed()).toEqual(['A cache']);
  expect((await well.run(['mark', '--undo'])).stderr).toContain(
    'Took back what the rules did to “Sponsored: a queue”.',
  );
  expect(await listed()).toEqual(['A cache', 'Sponsored: a queue']);
});

test('on a library that can’t be opened none is lost, and none is added', async () => {
  await well.run(['rules', 'add', 'one', 'read']);
  await well.run(['rules', 'add', 'two', 'star']);
  const without = {environment: {XDG_DATA_HOME: '/dev/null/none'}};
  expect((await well.run(['rules', 'add', 'three', 'hide'], without)).code).toBe(1);
  const read = checked('rules', await well.run(['rules', '--json'], without));
  expect(read.rules?.map(({query}) => query)).toEqual(['one', 'two']);
  expect(await rules()).toEqual(['one', 'two']);
});

test('say what they would do, and do nothing', async () => {
  const {results} = checked('rules', await well.run(['rules', 'test', 'cache', 'hide', '--json']));
  expect(results).toMatchObject([{rule: {query: 'cache', do: ['hide']}, found: 1, changed: 1}]);
  expect((await well.run(['rules', 'test', 'cache', 'read'])).stdout).toMatch(
    /^read for cache\n {2}Finds 1 article\. Would change 1 article\.\n {2}\w{12} {2}A cache\n$/,
  );
  expect(await listed()).toHaveLength(2);
  expect(await rules()).toEqual([]);
});

test('are sorted, removed and named, and each change is undone', async () => {
  await well.run(['rules', 'add', 'one', 'read']);
  await well.run(['rules', 'add', '-author:ida', 'star', '--name', 'Ida', '--in', 'Well']);
  await well.run(['rules', 'add', 'three', 'hide', '--place', '1']);
  expect(await rules()).toEqual(['three', 'one', '-author:ida']);
  await well.run(['rules', 'move', 'ida', '--place', '1']);
  expect(await rules()).toEqual(['-author:ida', 'three', 'one']);
  expect((await well.run(['rules'])).stdout.split('\n')[0]).toBe(
    `1\tIda: star for -author:ida in ${well.web.origin}/feed.xml`,
  );
  await well.run(['rules', 'remove', '2']);
  expect(await rules()).toEqual(['-author:ida', 'one']);
  expect((await well.run(['mark', '--undo'])).stderr).toContain('Added the rule hide for three again.');
  expect(await rules()).toEqual(['-author:ida', 'three', 'one']);
});

describe('a wrong one', {tags: 'long'}, () => {
  test.each([
    [['add', 'is:unred', 'hide'], 2, '“is:” knows unread,'],
    [['add', 'title:/(?=a)/', 'hide'], 2, 'A pattern cannot look ahead, behind or back'],
    [['add', 'title:/a{3000}/', 'hide'], 1, 'it repeats its parts more than 100 times'],
    [
      ['add', 'cache', 'delete'],
      2,
      '“delete” is no act; there are hide, read, star, tag NAME, notify and run NAME.',
    ],
    [['add', 'cache', 'tag'], 2, '“tag” needs a name.'],
    [['add', 'cache', 'run', 'rm -rf'], 2, '“-rf” is no act'],
    [['add', 'cache', 'hide', '--in', 'Nowhere'], 4, 'You follow no source called Nowhere.'],
    [['remove', '7'], 4, 'You have no rules.'],
    [['sing'], 2, '"sing" is not something to do with rules.'],
  ])('is refused with a sentence: %j', async (words, code, message) => {
    const ran = await well.run(['rules', ...words]);
    expect(ran.stderr).toContain(message);
    expect(ran.code).toBe(code);
    expect(await rules()).toEqual([]);
  });

  test('in the preferences is named with its line, and costs no other rule', async () => {
    await mkdir(join(well.home.folder, 'config/inkwell'), {recursive: true});
    await writeFile(
      join(well.home.folder, 'config/inkwell/config.json'),
      `{\n "rules": [{"query": "is:unred", "do": "hide"},\n  {"query": "cache", "do": "star"}]\n}`,
    );
    const ran = await well.run(['rules']);
    expect(ran.stderr).toContain('config.json:2: the rule “is:unred” has a wrong query');
    expect(ran.stdout).toBe('1\tstar for cache\n');
  });
});

test('come along with the state, and are set only when that is asked for', async () => {
  await well.run(['rules', 'add', 'cache', 'hide']);
  const {stdout: state} = await well.run(['export', '--state']);
  const other = await temporaryHome();
  const there = commands(other);
  try {
    const plain = await there(['import', '-'], {input: state});
    expect(plain.stderr).toContain('Settings that reach further than looks were skipped: rules');
    await there(['import', '-', '--settings'], {input: state});
    expect((await there(['rules'])).stdout).toBe('1\thide for cache\n');
  } finally {
    await other.remove();
  }
});
