import {readdirSync, readFileSync} from 'node:fs';
import {writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {afterAll, beforeAll, expect, test} from 'vitest';
import type {Flag} from '../../source/command-line/command.ts';
import {COMMAND_NAMES, COMMANDS} from '../../source/command-line/table.ts';
import {SETTINGS} from '../../source/options/table.ts';
import type {Setting} from '../../source/options/setting.ts';
import {writeBlog} from '../helpers/blog.ts';
import {commands} from '../helpers/commands.ts';
import {temporaryHome} from '../helpers/temporary-home.ts';
import type {Home} from '../helpers/temporary-home.ts';
import {ROOT} from './documents.ts';

/*
 * Every sentence of the program that names a command, a flag or a setting: the command runs, the flag and the
 * setting are there. Who follows an advice gets on.
 */

type Said = Readonly<{file: string; text: string}>;

const SAID: readonly Said[] = readdirSync(join(ROOT, 'source'), {recursive: true, encoding: 'utf8'})
  .filter(file => /\.tsx?$/u.test(file))
  .flatMap(file => linesOf(readFileSync(join(ROOT, 'source', file), 'utf8')).map(text => ({file, text})));

/** Lines of code without comments, with what is filled into a text as `{name}`. */
function linesOf(code: string): readonly string[] {
  return code
    .replaceAll(/\/\*[^]*?\*\/|^\s*\/\/.*$/gmu, '')
    .replaceAll(/\$\{/gu, '{')
    .split('\n');
}

const QUOTED = /["“`](inkwell(?: [^"”`]+)?)["”`]/gu;
const BARE = /(?<=: )(inkwell config set [\w.]+ \w+)/gu;

const commandsIn = ({text}: Said): string[] =>
  [...text.matchAll(QUOTED), ...text.matchAll(BARE)].map(([, command = '']) => command);

/**
 * What stands for something, and what it is here. A command with a name that is not listed fails the test.
 */
const FILLED = (given: Readonly<Record<string, string>>): readonly (readonly [RegExp, string])[] => [
  [/(?<=read )ADDRESS\b/gu, join(given['blog'] ?? '', '01-entry.md')],
  [/\{(?:source\.location|address|word)\}|\b(?:ADDRESS|SOURCE)\b/gu, given['blog'] ?? ''],
  [/\bFILE\b/gu, given['file'] ?? ''],
  [/\bID\b/gu, given['id'] ?? ''],
];

/** Sentences that quote what was typed, which is wrong; and what a table completes. */
const NOT_ADVICE =
  /^inkwell(?: config)? \{(?:action|near|name|typed|command|words|key)\b|\{(?:name|words|near|key)\b|^inkwell config set \{key\}/u;

let home: Home;
let given: Readonly<Record<string, string>>;
beforeAll(async () => {
  home = await temporaryHome();
  const run = commands(home);
  const blog = await writeBlog(home.folder, {articles: 2});
  await run(['add', blog]);
  const id = (await run(['list', '--limit', '1', '--format', '{id}'])).stdout.trim();
  await run(['mark', '--star', id]);
  await run(['subscribe', 'ada@example.com', '--to', blog, '--yes']);
  await run(['searches', 'Short', 'read:<5m']);
  await run(['config', 'set', 'commands', '[{"name": "keep", "run": "true"}]']);
  given = {blog, id, file: join(home.folder, 'other.db')};
  await writeFile(join(home.folder, 'empty.opml'), '<opml version="2.0"><body/></opml>');
});
afterAll(() => home.remove());

/** These need a terminal, a server of a newsletter or of an account; their own tests have them. */
const ELSEWHERE = new Set(['copy', 'subscribe', 'account', 'sync']);

const COMMANDS_SAID = [
  ...new Set(SAID.flatMap(said => commandsIn(said)).filter(command => !NOT_ADVICE.test(command))),
];

test('there are such sentences', () => {
  expect(COMMANDS_SAID.length).toBeGreaterThan(20);
  expect(COMMANDS_SAID).toContain('inkwell config list');
});

test.each(COMMANDS_SAID)('“%s” can be done', async said => {
  const filled = FILLED(given).reduce((text, [pattern, value]) => text.replaceAll(pattern, value), said);
  const words =
    filled
      .split(' | ')[0]
      ?.match(/'[^']*'|\S+/gu)
      ?.slice(1) ?? [];
  if (words[0] !== undefined && ELSEWHERE.has(words[0])) return expect(COMMANDS).toHaveProperty(words[0]);
  expect(filled.replaceAll(/'[^']*'/gu, '')).not.toMatch(/[{}]/u);
  const {code, stderr} = await commands(home)(words.map(word => word.replaceAll("'", '')));
  expect({said, code, stderr: code === 0 ? '' : stderr}).toEqual({said, code: 0, stderr: ''});
});

const FLAGS = new Set([
  'help',
  'version',
  ...COMMAND_NAMES.flatMap(name => (COMMANDS[name].flags as readonly Flag[]).map(flag => flag.name)),
  ...(SETTINGS as readonly Setting[]).flatMap(({flag}) => flag ?? []),
]);

/** Of Node, of a way to write one, and what only looks like one. */
const NO_FLAGS = new Set(['semi-space-growth-factor', 'no-colour', 'depth', 'code']);

test('every flag that is named is there', () => {
  const unknown = SAID.flatMap(({file, text}) =>
    [...text.matchAll(/(?<![\w-])--([a-z][a-z-]+[a-z])\b/gu)]
      .map(([, flag = '']) => flag)
      .filter(flag => !NO_FLAGS.has(flag) && !FLAGS.has(flag) && !FLAGS.has(flag.replace(/^no-/u, '')))
      .map(flag => `${file}: --${flag}`),
  );
  expect(unknown).toEqual([]);
});

test('every setting that is named is there', () => {
  const keys = new Set((SETTINGS as readonly Setting[]).map(({key}) => key));
  const named = SAID.flatMap(({file, text}) =>
    [
      ...text.matchAll(
        /\bsettings? ["“]([\w.]+)["”]|\binkwell config (?:set|unset) ([\w.]+)|\b(limits\.(?!ts\b)[a-z]+)\b/gu,
      ),
    ].map(([, ...found]) => ({file, key: found.find(Boolean) ?? ''})),
  );
  expect(named.length).toBeGreaterThan(10);
  expect(named.filter(({key}) => !keys.has(key))).toEqual([]);
});
