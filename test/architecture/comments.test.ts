import {globSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {expect, test} from 'vitest';

const ROOT = join(import.meta.dirname, '../..');
const WIDTH = 110;

const lines = globSync('{source,bench,build,packaging}/**/*.{ts,tsx,js}', {cwd: ROOT}).flatMap(file =>
  readFileSync(join(ROOT, file), 'utf8')
    .split('\n')
    .map((text, index, all) => ({at: `${file}:${index + 1}`, text, before: all[index - 1] ?? ''})),
);

test('comments keep to the width of the code', () => {
  const wide = lines.filter(({text}) => /^\s*(?:\/\/|\/?\*)/.test(text) && text.length > WIDTH);
  expect(wide.map(({at}) => at)).toEqual([]);
});

test('comments open with what they are about, not with a clause', () => {
  const openings = lines.flatMap(({at, text, before}) => {
    const isFirst = /^\s*(?:\/\*\*?\s+\S|\/\/)/.test(text)
      ? !/^\s*\/\//.test(before)
      : /^\s*\*\s/.test(text) && /^\s*\/\*\*?$/.test(before);
    return isFirst ? [{at, words: text.replace(/^[\s/*]+/, '')}] : [];
  });
  expect(openings.length).toBeGreaterThan(3000);
  const clauses = openings.filter(({words}) => /^(?:What|Where|Whether|Who|How|Which|When)\b/.test(words));
  expect(clauses.map(({at, words}) => `${at} ${words}`)).toEqual([]);
});
