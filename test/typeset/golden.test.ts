import {readFileSync, readdirSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, test} from 'vitest';
import {linesOf, setBody, setSheet} from '../helpers/set-page.ts';

/*
 * Pages as they are to be read, without colour; what colour adds is tested where it is painted. A change of
 * form shows here as a change of these files: look at them as a reader would before keeping them (`vitest run
 * -u`).
 */

const FOLDER = join(import.meta.dirname, '../fixtures/pages');
const names = readdirSync(FOLDER)
  .filter(file => file.endsWith('.md'))
  .map(file => file.slice(0, -'.md'.length));

describe.each(names)('%s', name => {
  const markdown = readFileSync(join(FOLDER, `${name}.md`), 'utf8');

  test.each([40, 72, 100])('reads well at %i cells', async measure => {
    const page = name === 'article' ? setSheet({markdown}, {measure}) : setBody(markdown, {measure});
    await expect(`${linesOf(page).join('\n')}\n`).toMatchFileSnapshot(join(FOLDER, `${name}.${measure}.txt`));
  });
});

test('what we draw can be had in ASCII alone', async () => {
  const markdown = readFileSync(join(FOLDER, 'article.md'), 'utf8');
  const lines = linesOf(setSheet({markdown}, {measure: 60, ascii: true}));
  await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(join(FOLDER, 'article.ascii.txt'));
  expect(lines.join('')).toMatch(/^[\x20-\x7e]*$/);
});
