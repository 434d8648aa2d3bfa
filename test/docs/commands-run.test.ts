/** @module-tag long */

import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {COMMAND_NAMES, COMMANDS} from '../../source/command-line/table.ts';
import {isThere} from '../helpers/is-there.ts';
import {blocksOf, commandsIn, DOCUMENTS, ROOT} from './documents.ts';
import type {ReaderAtHome} from './reader-at-home.ts';
import {readerAtHome} from './reader-at-home.ts';

/** Commands of the documents that are not run here, and why. */
const ELSEWHERE: readonly (readonly [command: RegExp, why: string])[] = [
  [/^npm pack && npm install --global/, 'test/package does it, under three versions of Node'],
  [/^npm (?:ci|cit|start|test|run)\b/, 'the scripts of a clone: below they are looked up in package.json'],
  [/^inkwell subscribe$/, 'asks at a terminal; test/commands/newsletters/subscribe.test.ts answers'],
  [/^inkwell (?:account|sync)\b/, 'needs a server of an account; test/sync has one'],
  [/^inkwell subscriptions --open /, 'needs a mail; test/stories/letter-loop.test.ts has one'],
  [/^inkwell unsubscribe /, 'needs letters; test/stories/letters.test.ts has them'],
  [/^inkwell history --undo /, 'needs twelve changes; test/commands/articles/history.test.ts makes some'],
  [/^inkwell copy /, 'wants a terminal; test/docs/actions.test.ts has one'],
];
const isElsewhere = (command: string): boolean => ELSEWHERE.some(([pattern]) => pattern.test(command));

const RECIPES = 'docs/recipes.md';
const IN_BLOCKS = DOCUMENTS.flatMap(document =>
  blocksOf(document)
    .filter(({language}) => ['sh', 'crontab'].includes(language))
    .flatMap(block =>
      // A recipe is one thing to do, in several steps.
      (document === RECIPES && block.language === 'sh' ? [block.text] : commandsIn(block)).map(command => ({
        document,
        command,
      })),
    ),
);
const IN_HELP = COMMAND_NAMES.flatMap(name =>
  COMMANDS[name].examples.map(([command]) => ({document: `inkwell ${name} --help`, command})),
);
const ALL = [...IN_BLOCKS, ...IN_HELP];
const hasJq = isThere('jq');

let reader: ReaderAtHome;

beforeAll(async () => {
  reader = await readerAtHome();
});

afterAll(() => reader.close());

describe.skipIf(process.platform === 'win32')('what the documents say can be done', () => {
  test.concurrent.each(
    ALL.filter(({command}) => !isElsewhere(command) && (hasJq || !/\bjq\b/.test(command))),
  )('$document: $command', async ({command}) => {
    const {stdout, stderr} = await reader.run(command);
    expect(stdout + stderr).not.toMatch(/^inkwell: /m);
  });
});

test('the recipes are at least ten', () => {
  expect(IN_BLOCKS.filter(({document}) => document === RECIPES).length).toBeGreaterThanOrEqual(10);
});

test('every reason for not running a command has a command', () => {
  const idle = ELSEWHERE.filter(([pattern]) => !ALL.some(({command}) => pattern.test(command)));
  expect(idle).toEqual([]);
});

test('the scripts that the documents name are there', () => {
  const {scripts} = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>;
  };
  const named = ALL.flatMap(({command}) => [...command.matchAll(/\bnpm run (\S+)/g)].map(([, name]) => name));
  expect(named.length).toBeGreaterThan(2);
  expect(Object.keys(scripts)).toEqual(expect.arrayContaining(named));
});

test.skipIf(!hasJq)('the table of the list has what the list screen has', async () => {
  const {text = ''} = blocksOf(RECIPES).find(({above}) => above.includes('The list as a table')) ?? {};
  const {stdout} = await reader.run(text);
  expect(stdout).toMatch(/●\s+New\s+The Well\s+Mara Lindqvist\s+\d{4}-\d\d-\d\d\s+1 min/);
});

test('what a console shows is what is printed', async () => {
  const consoles = DOCUMENTS.flatMap(blocksOf).filter(({language}) => language === 'console');
  expect(consoles.length).toBeGreaterThan(0);
  for (const {text} of consoles) {
    const [command = '', ...lines] = text.split('\n');
    const {stdout} = await reader.run(`{ ${command.replace('$ ', '')} 2>&1 || true; }`);
    expect(stdout.split('\n').map(line => line.trimEnd())).toEqual(
      expect.arrayContaining(lines.map(line => line.trimEnd())),
    );
  }
});
