import {readFile, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {keyLabel} from '../../source/app/help.ts';
import {ACT_NAMES, DEFAULT_KEYMAP, entryOf} from '../../source/app/keymap.ts';

/* The README's table of keys, from the keymap: `npm run docs` writes it, a test compares. */

export const README = join(import.meta.dirname, '../../README.md');
const BETWEEN = /(<!-- keys:[^>]*-->\n)[\s\S]*?(<!-- \/keys -->)/;

export function withKeys(readme: string): string {
  return readme.replace(BETWEEN, (_, open: string, close: string) => `${open}${keysTable()}${close}`);
}

function keysTable(): string {
  const groups = [...new Set(ACT_NAMES.map(act => entryOf(act).group))];
  const rows = groups.flatMap(group =>
    ACT_NAMES.filter(act => entryOf(act).group === group).map(act => {
      const keys = DEFAULT_KEYMAP[act].map(key => `\`${keyLabel(key).replace('|', '\\|')}\``).join(' ');
      return `| ${keys} | ${entryOf(act).title} | ${entryOf(act)
        .modes.filter(mode => ['list', 'article', 'publications'].includes(mode))
        .join(', ')} |`;
    }),
  );
  return `| keys | what they do | where |\n| --- | --- | --- |\n${rows.join('\n')}\n`;
}

if (process.argv[1] === import.meta.filename)
  await writeFile(README, withKeys(await readFile(README, 'utf8')));
