import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {help} from '../../../source/command-line/help.ts';
import {COMMAND_NAMES} from '../../../source/command-line/table.ts';
import {commands} from '../../helpers/commands.ts';
import type {Home} from '../../helpers/temporary-home.ts';
import {temporaryHome} from '../../helpers/temporary-home.ts';

let home: Home;
let run: ReturnType<typeof commands>;

beforeAll(async () => {
  home = await temporaryHome();
  run = commands(home);
});

afterAll(() => home.remove());

describe('help', () => {
  test('names every command, and goes to standard output', async () => {
    const {code, stdout, stderr} = await run(['--help']);
    expect(code).toBe(0);
    expect(stderr).toBe('');
    for (const name of COMMAND_NAMES) expect(stdout).toMatch(new RegExp(`^  ${name} +\\S`, 'm'));
  });

  test.each(COMMAND_NAMES)('of %s shows how to call it, its options, and an example', name => {
    const text = help(name);
    expect(text).toContain(`  inkwell ${name}`);
    expect(text).toContain('--help, -h');
    expect(text).toMatch(/Examples\n {2}\S/);
    expect(Math.max(...text.split('\n').map(line => line.length))).toBeLessThanOrEqual(90);
  });

  test('of a command is asked for in three ways', async () => {
    const [first, ...others] = await Promise.all([
      run(['read', '--help']),
      run(['help', 'read']),
      run(['read', '--width', '3', '-h']),
    ]);
    expect(first?.stdout).toBe(help('read'));
    for (const other of others) expect(other).toEqual({...first, json: other.json});
  });
});

describe('wrong use', () => {
  test.each([
    [['lits'], 'There is no command "lits", and no folder of that name here. Did you mean "inkwell list"?'],
    [['list', '--jsn'], 'There is no option --jsn. Did you mean --json?'],
    [['list', '--query', 'is:unred'], '“is:” knows'],
    [['list', '--format', '{titel}'], 'Did you mean {title}?'],
    [['list', '--bodies'], '--bodies goes with --json.'],
    [['list', '--json', '--format', '{id}'], 'say one'],
    [['list', '--json=perhaps'], '--json wants true or false, not "perhaps". Try "inkwell list --help".'],
    [['export', 'all'], 'That is too much; "inkwell export" is all.'],
    [['list', '--limit', 'NaN'], '--limit wants a whole number from 1 to 10000000, not "NaN".'],
    [['list', '--limit'], '--limit needs a value.'],
    [['list', '--query', 'since:yesterday'], 'A time is written 7d'],
    [['read'], 'Say more, as in "inkwell read TARGET".'],
    [['config', 'get', 'mesure'], 'Did you mean "measure"?'],
    [['schema', 'lst'], 'Did you mean "list"?'],
    [['mark', '--read'], 'Missing: ids of articles'],
    [['subscribe', 'nobody', '--yes'], 'is not a valid email address'],
    [['subscribe', '--yes'], '--yes needs the address'],
  ])('%j exits 2, says why on standard error, and prints nothing', async (words, message) => {
    const {code, stdout, stderr} = await run(words);
    expect(stderr).toContain(message);
    expect(stdout).toBe('');
    expect(code).toBe(2);
  });

  test('a variable that holds nonsense exits 2', async () => {
    const {code, stderr} = await run(['list'], {environment: {INKWELL_MEASURE: 'wide'}});
    expect(stderr).toContain('INKWELL_MEASURE is "wide"; it wants a whole number from 20 to 200.');
    expect(code).toBe(2);
  });

  test('a query is pointed at where it is wrong', async () => {
    const {stderr} = await run(['search', 'cache', 'is:unred']);
    const [, query = '', pointer = ''] = stderr.split('\n');
    expect(query.slice(pointer.indexOf('^'))).toMatch(/^unred/);
  });
});

test('what is not there exits 4', async () => {
  const {code, stderr, stdout} = await run(['read', 'no-such-article']);
  expect(code).toBe(4);
  expect(stdout).toBe('');
  expect(stderr).toContain('"no-such-article" is neither a file, nor an address, nor the id of an article');
});
