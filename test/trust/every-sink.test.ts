import {mkdir, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {
  anything,
  array,
  assert,
  asyncProperty,
  constantFrom,
  dictionary,
  double,
  oneof,
  property,
  string,
} from 'fast-check';
import {expect, test} from 'vitest';
import type {Flag} from '../../source/command-line/command.ts';
import {COMMAND_NAMES, COMMANDS} from '../../source/command-line/table.ts';
import {safeAnsi, safeJson, safeText} from '../../source/domain/text/sink.ts';
import {PAYLOADS} from '../helpers/hostile/payloads.ts';
import {checkedRun} from '../helpers/hostile/sinks.ts';
import {mustBePlain, mustBePlainJson, mustBeStyled} from '../helpers/hostile/sequences.ts';
import {commands} from '../helpers/commands.ts';
import {temporaryHome} from '../helpers/temporary-home.ts';
import type {Home} from '../helpers/temporary-home.ts';

/*
 * Hostile keys, values, numbers, file names and words, through every command and every format, to the byte.
 * What a sink lets through is decided by the sink, so no call site can forget it.
 */

const hostile = array(oneof(constantFrom(...PAYLOADS), string({unit: 'binary', maxLength: 6})), {
  minLength: 1,
  maxLength: 4,
}).map(parts => parts.join('k'));

const tree = oneof(
  hostile,
  double(),
  array(hostile, {maxLength: 3}),
  dictionary(hostile, oneof(hostile, double(), array(hostile, {maxLength: 2}), dictionary(hostile, hostile))),
  anything({values: [hostile], key: hostile, maxDepth: 3, withNullPrototype: false}),
);

test('any value as JSON is plain on its one line, and in each of its keys and strings', () => {
  assert(
    property(tree, value => {
      const json = safeJson(value) as string | undefined;
      if (json === undefined) return;
      expect(json).not.toContain('\n');
      mustBePlainJson(json, 'JSON');
    }),
    {numRuns: 500},
  );
});

test('keys that differ only in what is taken out lose no value that is plain', () => {
  expect(JSON.parse(safeJson({a: 1, 'b\u009b': {'c\u202e': ['\u001b[31md']}}))).toEqual({
    a: 1,
    b: {c: ['d']},
  });
  expect(safeJson({['__proto__\u009b']: 1})).toBe('{"__proto__":1}');
});

test('any text is plain, and with styles nothing but styled', () => {
  assert(
    property(hostile, text => {
      mustBePlain(safeText(text), 'text');
      mustBeStyled(safeAnsi(text), 'styled text');
    }),
    {numRuns: 500},
  );
});

/**
 * A library, preferences, a folder and lists, each with a key and a value of a stranger wherever one fits.
 */
async function fill(home: Home, key: string, value: string): Promise<string> {
  const newsletter = {
    heading: value,
    promises: [value],
    signup: {
      kind: 'request',
      provider: value,
      url: 'http://127.0.0.1:9/',
      method: 'json',
      field: value,
      fixed: {[key]: value},
    },
    [key]: value,
  };
  const lines = [
    {kind: 'inkwell', version: 1, [key]: value},
    {
      kind: 'publication',
      publication: {
        id: 'pier00000000',
        title: value,
        location: 'http://127.0.0.1:9/feed',
        tagline: value,
        newsletter,
      },
      source: {
        isListed: true,
        isHidden: false,
        isMuted: false,
        rank: 1,
        inSource: 1,
        openedAt: '2026-01-01T00:00:00.000Z',
        settings: {headers: {[key]: value}, name: value, [key]: value},
        validators: {etag: value, lastModified: value},
        failures: 1,
        folder: value,
        problem: {kind: value, message: value, advice: value, location: value, [key]: value},
      },
    },
    {
      kind: 'article',
      key: 3_763_453_132_800_000,
      article: {
        id: 'article00000',
        publicationId: 'pier00000000',
        position: 0,
        title: value,
        url: `http://127.0.0.1:9/${value}`,
        excerpt: value,
        category: value,
        tags: [value],
        authors: [{name: value, role: value, [key]: value}],
        words: 5,
        minutes: 1,
        isPartial: false,
        publishedAt: '2026-01-01T00:00:00.000Z',
      },
      marks: {isRead: false, isStarred: true, progress: 0},
      body: {
        format: 'markdown',
        content: `# ${value}\n\n[${value}](http://e.example/${value})\n\n\`\`\`${value}\n${value}\n\`\`\``,
      },
      addedAt: '2026-01-01T00:00:00.000Z',
    },
    {
      kind: 'signup',
      signup: {
        id: 1,
        publicationId: 'pier00000000',
        publicationTitle: value,
        email: value,
        host: value,
        provider: value,
        at: '2026-01-01T00:00:00.000Z',
        state: 'unknown',
        message: value,
      },
    },
    {kind: 'query', name: value, query: 'is:unread'},
  ];
  const state = join(home.folder, 'state.jsonl');
  await writeFile(state, lines.map(line => JSON.stringify(line)).join('\n'));
  // A name of a file can hold all but a slash and a zero.
  const name = value.replaceAll(/[/\0]/gu, '_').slice(0, 60).toWellFormed();
  const folder = join(home.folder, `blog ${name}`);
  await mkdir(folder, {recursive: true});
  await writeFile(
    join(folder, `${name}.md`),
    `---\n${JSON.stringify(key)}: ${JSON.stringify(value)}\ntitle: [${value}\n---\ntext`,
  );
  await writeFile(join(folder, 'plain.md'), `# ${value}\n\nText.`);
  return folder;
}

test('no command prints a byte of a stranger’s, whatever its keys and values, in any format', async () => {
  const tried = new Set<string>();
  await assert(
    asyncProperty(hostile, hostile, async (one, two) => {
      const home = await temporaryHome();
      const [key, value] = [`${PAYLOADS.join('k')}${one}`, `${PAYLOADS.join(' v ')}${two}`];
      const folder = await fill(home, key, value);
      const run = commands(home);
      const checked = checkedRun(words => {
        tried.add(words[0] ?? '');
        return run(words, {input: `${value}\n`, environment: {INKWELL_THEME: value.replaceAll('\0', '')}});
      });
      const word = value.replaceAll('\0', '').toWellFormed();
      expect((await checked(['import', join(home.folder, 'state.jsonl')])).stdout).toContain('1 article');
      await checked(['add', folder]);
      for (const line of LINES)
        for (const format of formatsOf(line[0] ?? '')) {
          const words = line.map(each => each.replace('WORD', word).replace('FOLDER', folder));
          await checked([...words, ...format]);
        }
      await mkdir(join(home.folder, 'config/inkwell'), {recursive: true});
      await writeFile(
        join(home.folder, 'config/inkwell/config.json'),
        JSON.stringify({
          [key]: value,
          measure: value,
          keys: {[key]: value},
          sources: [{location: value, [key]: 1}],
        }),
      );
      for (const words of [
        ['config'],
        ['config', 'list', '--json'],
        ['list'],
        ['doctor'],
        ['export', '--state'],
      ])
        await checked(words);
      await home.remove();
    }),
    {numRuns: Number(process.env['INKWELL_SINKS'] ?? 1)},
  );
  expect(COMMAND_NAMES.filter(name => !tried.has(name))).toEqual([]);
});

/** Every command, with what is there and with a stranger's word. */
const LINES: readonly (readonly string[])[] = [
  ['list'],
  ['list', 'FOLDER'],
  ['list', '--format', 'WORD {title} {id} {authors}'],
  ['list', '--query', 'WORD'],
  ['search', 'text'],
  ['search', 'WORD'],
  ['read', 'article00000'],
  ['read', 'WORD'],
  ['related', 'article00000'],
  ['next', '--keep'],
  ['mark', 'WORD', '--star'],
  ['mark', 'article00000', '--read'],
  ['mark', '--undo'],
  ['history'],
  ['rules', 'add', 'title:WORD', 'star'],
  ['rules', 'add', 'WORD', 'tag', 'WORD'],
  ['rules'],
  ['rules', 'test'],
  ['rules', 'run'],
  ['run', 'WORD', 'article00000'],
  ['run', 'WORD', 'WORD'],
  ['tag'],
  ['tag', 'article00000', '+WORD'],
  ['tag', 'WORD', '+later'],
  ['save', 'WORD'],
  ['open', 'WORD'],
  ['copy', 'WORD'],
  ['searches'],
  ['searches', 'WORD', 'is:read'],
  ['searches', 'WORD'],
  ['add', 'WORD'],
  ['arrange', 'article00000', '--name', 'WORD'],
  ['arrange', 'pier00000000', '--name', 'WORD', '--folder', 'WORD'],
  ['sources'],
  ['refresh'],
  ['refresh', 'WORD'],
  ['subscribe', 'WORD', '--yes'],
  ['subscribe', 'ada@example.com', '--to', 'pier00000000', '--yes'],
  ['subscriptions'],
  ['unsubscribe', 'WORD'],
  ['unsubscribe', 'pier00000000'],
  ['account', 'list'],
  ['account', 'remove', 'WORD'],
  ['account', 'test', 'WORD'],
  ['sync'],
  ['sync', 'WORD'],
  ['import', 'WORD'],
  ['import', '-'],
  ['export'],
  ['export', '--state'],
  ['config', 'get', 'WORD'],
  ['config', 'set', 'measure', 'WORD'],
  ['config', 'set', 'email.address', 'WORD'],
  ['config'],
  ['doctor'],
  ['doctor', 'pier00000000'],
  ['completion', 'WORD'],
  ['completion', 'suggest', '--', 'inkwell', 'list', 'WORD'],
  ['schema', 'WORD'],
  ['remove', 'WORD'],
];

/** As it is, as JSON, and in each format that the command has. */
function formatsOf(name: string): readonly (readonly string[])[] {
  const flags: readonly Flag[] = COMMANDS[name as keyof typeof COMMANDS].flags;
  const format = flags.find(flag => flag.name === 'format')?.kind;
  // Those of the others are the same code.
  const choices = name === 'read' && format?.type === 'choice' ? format.choices : [];
  return [
    [],
    ...(flags.some(flag => flag.name === 'json') ? [['--json']] : []),
    ...choices.map(choice => ['--format', choice, ...(choice === 'ansi' ? ['--color', 'always'] : [])]),
  ];
}
