import {afterAll, describe, expect, test} from 'vitest';
import {suggest} from '../../source/command-line/suggest.ts';
import {openLibrary} from '../../source/library/file/open-library.ts';

const library = openLibrary(':memory:', {now: () => 0});
library.follow('/a/blog', {isListed: true});

afterAll(() => library.close());

const words = async (...typed: string[]) => {
  const suggestions = await suggest(typed, {ports: {existingLibrary: async () => library}});
  return suggestions.map(({word}) => word);
};

describe('what may come next', () => {
  test('are commands, then flags, then what a flag takes', async () => {
    expect(await words('re')).toEqual(['read', 'related', 'remove', 'refresh']);
    expect(await words('list', '--q')).toEqual(['--quiet', '--query']);
    expect(await words('list', '--query', 'is:')).toContain('is:unread');
    expect(await words('--color', '')).toEqual(['auto', 'always', 'never']);
    expect(await words('--color=a')).toEqual(['--color=auto', '--color=always']);
    expect(await words('read', '--format', 'm')).toEqual(['markdown']);
  });

  test('are settings and their values, schemas, and what is followed', async () => {
    expect(await words('config', 'g')).toEqual(['get']);
    expect(await words('config', 'set', 'keys.')).toEqual(['keys.preset', 'keys.bindings', 'keys.macros']);
    expect(await words('config', 'set', 'keys.preset', '')).toContain('newsboat');
    expect(await words('schema', 'so')).toEqual(['sources']);
    expect(await words('remove', '')).toEqual(['/a/blog']);
    expect(await words('subscribe', '--to', '/')).toEqual(['/a/blog']);
  });

  test('is nothing where a file is wanted', async () => {
    expect(await words('import', '')).toEqual([]);
  });
});
