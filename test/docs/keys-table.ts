import {readFile, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {keyLabel} from '../../source/app/overlays/help.ts';
import {DEFAULT_KEYMAP, entryOf} from '../../source/app/keys/keymap.ts';
import type {Act} from '../../source/app/keys/keymap.ts';

/*
 * The README's table of keys, from the keymap: `npm run docs` writes it, a test compares. docs/keys.md has
 * them all.
 */

export const README = join(import.meta.dirname, '../../README.md');
const BETWEEN = /(<!-- keys:[^>]*-->\n)[\s\S]*?(<!-- \/keys -->)/;

export function withKeys(readme: string): string {
  return readme.replace(BETWEEN, (_, open: string, close: string) => `${open}${keysTable()}${close}`);
}

/** What a first evening needs, a line each. */
const FIRST: readonly (readonly Act[])[] = [
  ['down', 'up'],
  ['open', 'back'],
  ['page-down', 'page-up'],
  ['find', 'next-match'],
  ['next-article', 'previous-article'],
  ['contents', 'next-link'],
  ['toggle-read', 'toggle-star', 'undo'],
  ['browser', 'copy-url', 'save'],
  ['add', 'publications', 'refresh'],
  ['author', 'topics'],
  ['subscribe', 'signups'],
  ['command', 'settings', 'help'],
  ['quit'],
];

function keysTable(): string {
  const rows = FIRST.map(
    acts => `| ${acts.map(keysOf).join(' · ')} | ${acts.map(act => entryOf(act).title).join(' · ')} |`,
  );
  return `| keys | what they do |\n| --- | --- |\n${rows.join('\n')}\n`;
}

function keysOf(act: Act): string {
  return DEFAULT_KEYMAP[act].map(key => `\`${keyLabel(key)}\``).join(' ');
}

if (process.argv[1] === import.meta.filename)
  await writeFile(README, withKeys(await readFile(README, 'utf8')));
