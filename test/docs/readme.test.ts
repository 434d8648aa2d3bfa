import {readFile} from 'node:fs/promises';
import {expect, test} from 'vitest';
import {README, withKeys} from './keys-table.ts';

test("the README's keys are those of the keymap", async () => {
  const readme = await readFile(README, 'utf8');
  expect(readme).toContain('| `j` `↓` · `k` `↑` | Down · Up |');
  expect(withKeys(readme)).toBe(readme);
});
