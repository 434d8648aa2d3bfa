import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {ACT_NAMES} from '../../source/app/keys/keymap.ts';

/*
 * Every story of this folder runs the built program in a pseudo-terminal; what it does there it does by
 * `act`.
 */

const TOLD_IN_A_TABLE =
  /test\.each\(\[((?:(?!\n\}\);)[\s\S])*?)\](?: as const)?\)\((?:(?!\n\}\);)[\s\S])*?\.act\(act\)/g;
const TOLD = /\bact\(([^)]*)\)/g;

const stories = readdirSync(import.meta.dirname)
  .filter(file => file.endsWith('.test.ts'))
  .map(file => readFileSync(join(import.meta.dirname, file), 'utf8'))
  // What a comment says is done by nobody.
  .map(story => story.replaceAll(/^\s*\/\/.*$|\/\*[\s\S]*?\*\//gm, ''));

test('every action of the keymap is reached by a story', () => {
  const told = stories.flatMap(story =>
    [TOLD, TOLD_IN_A_TABLE].flatMap(where => Array.from(story.matchAll(where), ([, names = '']) => names)),
  );
  const reached = new Set(
    told.flatMap(names => Array.from(names.matchAll(/'([a-z-]+)'/g), ([, act]) => act)),
  );
  expect(ACT_NAMES.filter(act => !reached.has(act))).toEqual([]);
});

test('no story that reaches one is left out of a run', () => {
  expect(stories.filter(story => /\b(?:test|describe)\.(?:skip|todo|only)\(/.test(story))).toEqual([]);
});
