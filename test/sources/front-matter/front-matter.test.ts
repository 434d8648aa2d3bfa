import fc from 'fast-check';
import {expect, test} from 'vitest';
import {stringify} from 'yaml';
import {frontMatterOf} from '../../../source/sources/front-matter/front-matter.ts';

test.each([
  ['YAML', '---\ntitle: A day\ndate: 2024-05-06\n---\nText'],
  ['YAML ended by dots', '---\ntitle: A day\ndate: 2024-05-06\n...\nText'],
  ['YAML behind a byte order mark', '\ufeff---\r\ntitle: "A day"\r\ndate: 2024-05-06\r\n---\r\nText'],
  ['YAML between long rules', '------\ntitle: A day\ndate: 2024-05-06\n---\nText'],
  ['TOML', '+++\ntitle = "A day"\ndate = 2024-05-06\n+++\nText'],
  ['named TOML', '---toml\ntitle = "A day"\ndate = 2024-05-06\n---\nText'],
  ['JSON', '{\n  "title": "A day",\n  "date": "2024-05-06"\n}\nText'],
  ['JSON between semicolons', ';;;\n{"title": "A day", "date": "2024-05-06"}\n;;;\nText'],
])('reads %s', (_name, document) => {
  expect(frontMatterOf(document)).toEqual({fields: {title: 'A day', date: '2024-05-06'}, body: 'Text'});
});

test('takes every scalar as it is written', () => {
  expect(frontMatterOf('---\ntitle: no\nversion: 1.10\nlist: [1, yes]\n---\n').fields).toEqual({
    title: 'no',
    version: '1.10',
    list: ['1', 'yes'],
  });
});

test('never runs a head that is code', () => {
  const matter = frontMatterOf('---js\n{title: (globalThis.ran = 1, "x")}\n---\nText');
  expect(matter).toEqual({fields: {}, body: 'Text', fault: 'is code, which is never run'});
  expect('ran' in globalThis).toBe(false);
});

test('salvages the lines of a broken head, and says that it was broken', () => {
  const matter = frontMatterOf('---\ntitle: Rust: a year\ntags:\n- one\n- two\nauthor: "Ada\n---\nText');
  expect(matter.fields).toEqual({title: 'Rust: a year', tags: ['one', 'two'], author: 'Ada'});
  expect(matter.fault).toMatch(/^is broken \(.+\)$/u);
});

test('forgives quoted texts that go on without an indent, as other parsers do', () => {
  const {fields, fault} = frontMatterOf('---\nexcerpt: "One\nand: two"\ntitle: T\n---\n');
  expect([fields, fault]).toEqual([{excerpt: 'One and: two', title: 'T'}, undefined]);
});

test('takes fields that nothing ends up to the first line that is none', () => {
  expect(frontMatterOf('---\ntitle: Open\n\nText goes on.')).toEqual({
    fields: {title: 'Open'},
    body: '\nText goes on.',
    fault: 'is never closed',
  });
});

test.each(['---\n\nText between rules\n\n---\n\nmore', '---\n---\n', '{ not json }', '# Title'])(
  'takes no text for a head: %s',
  document => {
    expect(frontMatterOf(document)).toEqual({fields: {}, body: document});
  },
);

test('refuses what would take a parser hours', () => {
  const bomb = `---\na: &a [x,x,x,x,x,x,x,x,x]\n${'bcdefghi'.replaceAll(/./gu, key => `${key}: &${key} [${`*${String.fromCharCode(key.charCodeAt(0) - 1)},`.repeat(9)}]\n`)}---\nText`;
  expect(frontMatterOf(bomb).body).toBe('Text');
  expect(frontMatterOf(`---\na: ${'['.repeat(60_000)}\n---\nText`).fault).toBe(
    'is broken (it is nested too deep)',
  );
});

test('reads back what a YAML writer writes', () => {
  const value = fc
    .string({
      unit: fc.constantFrom(...' :#-\'"[]{}&*!|>%@`,abcXYZ0189.~\\'.split('')),
      minLength: 1,
      maxLength: 12,
    })
    .filter(text => text.trim() === text);
  fc.assert(
    fc.property(
      fc.dictionary(
        fc.stringMatching(/^[a-z]{1,8}$/u),
        fc.oneof(value, fc.array(value, {minLength: 1, maxLength: 3})),
        {minKeys: 1, noNullPrototype: true},
      ),
      fields => {
        const document = `---\n${stringify(fields, {schema: 'failsafe', lineWidth: 0})}---\nText`;
        expect(frontMatterOf(document)).toEqual({fields, body: 'Text'});
      },
    ),
    {numRuns: 200},
  );
});
