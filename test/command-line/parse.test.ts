import {describe, expect, test} from 'vitest';
import {Misuse} from '../../source/runtime/exit.ts';
import {parse} from '../../source/command-line/parse.ts';
import {COMMANDS} from '../../source/command-line/table.ts';

const list = (...words: string[]) => parse(words, COMMANDS.list);

describe('a command line', () => {
  test('gives words, flags of the command and flags of settings apart', () => {
    expect(list('a', '--json', '--limit', '3', '--measure', '66', 'b')).toEqual({
      words: ['a', 'b'],
      flags: {json: true, limit: 3},
      settings: new Map([['measure', 66]]),
    });
  });

  test('understands --flag=value, --no-flag and --no-color', () => {
    const {flags, settings} = list('--limit=4', '--no-json', '--no-color', '--config-dir=/x');
    expect(flags).toEqual({json: false, limit: 4});
    expect(settings).toEqual(
      new Map([
        ['color', 'never'],
        ['configDir', '/x'],
      ]),
    );
  });

  test('lets a value begin with a dash', () => {
    expect(list('--query', '-is:read').flags).toEqual({query: '-is:read'});
  });

  test('leaves what follows -- alone', () => {
    expect(list('--json', '--', '--limit', '-x', '--').words).toEqual(['--limit', '-x', '--']);
  });

  test('takes a single dash as a word', () => {
    expect(list('-').words).toEqual(['-']);
  });
});

describe('a wrong command line', () => {
  test.each([
    [['--limit', 'abc'], '--limit wants a whole number from 1 to 10000000, not "abc".'],
    [['--limit', '1e3'], '--limit wants a whole number from 1 to 10000000, not "1e3".'],
    [['--limit', '0'], '--limit wants a whole number from 1 to 10000000, not "0".'],
    [['--limit='], '--limit wants a whole number from 1 to 10000000, not "".'],
    [['--color', 'blue'], '--color wants auto, always or never, not "blue".'],
    [['--limit'], '--limit needs a value.'],
    [['--query', '--json'], '--query needs a value.'],
    [['--query', '--', 'x'], '--query needs a value.'],
    [['--jsn'], 'There is no option --jsn. Did you mean --json?'],
    [['--no-such-option'], 'There is no option --no-such-option.'],
    [['-x'], 'There is no option -x.'],
    [['--limit', '1', '--limit', '2'], 'The flag --limit can only be set once.'],
  ])('%j is refused in words', (words, message) => {
    expect(wrong(words)).toBe(message);
  });
});

function wrong(words: string[]): string {
  try {
    list(...words);
  } catch (error) {
    if (error instanceof Misuse) return `${error.message} ${error.advice ?? ''}`.trim();
    throw error;
  }
  return 'was taken';
}
