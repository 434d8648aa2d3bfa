import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {COMMAND_NAMES} from '../../source/commands/table.ts';
import {program} from '../helpers/program.ts';
import type {Home} from '../helpers/temporary-home.ts';
import {temporaryHome} from '../helpers/temporary-home.ts';

let home: Home;
let run: ReturnType<typeof program>;

beforeAll(async () => {
  home = await temporaryHome();
  run = program(home);
});

afterAll(() => home.remove());

describe('help', () => {
  test('names every command, and goes to standard output', async () => {
    const {code, stdout, stderr} = await run(['--help']);
    expect(code).toBe(0);
    expect(stderr).toBe('');
    for (const name of COMMAND_NAMES) expect(stdout).toMatch(new RegExp(`^  ${name} +\\S`, 'm'));
  });

  test.each(COMMAND_NAMES)('of %s shows how to call it, its options, and an example', async name => {
    const {code, stdout} = await run([name, '--help']);
    expect(code).toBe(0);
    expect(stdout).toContain(`  inkwell ${name}`);
    expect(stdout).toContain('--help, -h');
    expect(stdout).toMatch(/Examples\n {2}\S/);
    for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(100);
  });
});

describe('wrong use', () => {
  test.each([
    [['lits'], 'There is no command "lits", and no folder of that name here. Did you mean "inkwell list"?'],
    [['list', '--jsn'], 'There is no option --jsn. Did you mean --json?'],
    [['list', '--limit', 'many'], '--limit wants a whole number'],
    [['list', '--query', 'is:unred'], '“is:” knows'],
    [['list', '--format', '{titel}'], 'Did you mean {title}?'],
    [['list', '--bodies'], '--bodies goes with --json.'],
    [['read'], 'Say more: inkwell read TARGET'],
    [['read', 'a', 'b'], 'That is too much: inkwell read TARGET'],
    [['config', 'gett'], 'Did you mean "inkwell config get"?'],
    [['config', 'get', 'mesure'], 'Did you mean "measure"?'],
    [['schema', 'lst'], 'Did you mean "list"?'],
    [['completion', 'powershell'], 'not for "powershell"'],
    [['mark', '--read'], 'Say which articles'],
    [['subscribe', 'nobody', '--yes'], 'is no address'],
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
