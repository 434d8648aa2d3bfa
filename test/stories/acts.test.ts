import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {ACT_NAMES} from '../../source/app/keymap.ts';

test('every action of the keymap is reached by a story', () => {
  const stories = readdirSync(import.meta.dirname)
    .filter(file => file.endsWith('.test.ts'))
    .map(file => readFileSync(join(import.meta.dirname, file), 'utf8'))
    .join('\n');
  const acted = Array.from(stories.matchAll(/\.act\(([^)]*)\)/g), match => match[1] ?? '').join(',');
  // Two stories press the key of a row of a table.
  const told = `${acted},'editor','pager'`;
  expect(ACT_NAMES.filter(act => !told.includes(`'${act}'`))).toEqual([]);
});
