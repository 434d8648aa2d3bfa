import {expect, test} from 'vitest';
import {Misuse} from '../../source/runtime/exit.ts';
import {findCommand} from '../../source/command-line/find-command.ts';

test.each([
  ['the first word', ['list', '--json'], 'list', ['--json']],
  ['a word after flags of settings', ['--color', 'never', 'list', 'x'], 'list', ['--color', 'never', 'x']],
  ['no command for an address', ['https://example.com'], undefined, ['https://example.com']],
  ['no command for a path', ['./list'], undefined, ['./list']],
  ['no command behind --', ['--', 'list'], undefined, ['--', 'list']],
  ['no command for nothing', [], undefined, []],
] as const)('finds %s', (_, argv, name, rest) => {
  expect(findCommand(argv)).toMatchObject({name, rest, wantsHelp: false, wantsVersion: false});
});

test('`help list` and `list --help` are the same', () => {
  expect(findCommand(['help', 'list'])).toMatchObject({name: 'list', wantsHelp: true});
  expect(findCommand(['list', '--help'])).toMatchObject({name: 'list', wantsHelp: true});
  expect(findCommand(['list', '--', '--help'])).toMatchObject({name: 'list', wantsHelp: false});
});

test('a bare word that is no command, no folder and no host is refused', () => {
  expect(() => findCommand(['lits'])).toThrow(Misuse);
});
