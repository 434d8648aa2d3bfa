import {writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {afterAll, beforeAll, expect, test} from 'vitest';
import {checked} from '../../helpers/checked.ts';
import {commands} from '../../helpers/commands.ts';
import type {Home} from '../../helpers/temporary-home.ts';
import {temporaryHome} from '../../helpers/temporary-home.ts';

const POST = `---
title: Ships & lamps
author: Ada Brandt
date: 2026-11-01
---

The *harbour* keeps [a list](https://example.org/ships).

<script>alert(1)</script>

- oil
- rope
`;

let home: Home;
let run: ReturnType<typeof commands>;
let file: string;

beforeAll(async () => {
  home = await temporaryHome();
  run = commands(home);
  file = join(home.folder, 'post.md');
  await writeFile(file, POST);
});

afterAll(() => home.remove());

test('text has the words set to the width, and no styles', async () => {
  const {stdout} = await run(['read', file, '--width', '30']);
  expect(stdout).toContain('Ships & lamps');
  expect(stdout).toContain('1 November 2026');
  expect(stdout).not.toMatch(/\u001B|alert/);
  expect(Math.max(...stdout.split('\n').map(line => line.length))).toBeLessThanOrEqual(30);
});

test('--links lists the addresses at the end', async () => {
  const {stdout} = await run(['read', file, '--links']);
  expect(stdout.trimEnd().split('\n').at(-1)).toContain('https://example.org/ships');
});

test('--color always gives colours in a pipe, --no-color takes them from any format', async () => {
  const coloured = /\u001B\[(?:3[0-8]|4[0-8]|9[0-7])[;m]/;
  expect((await run(['read', file, '--color', 'always'])).stdout).toMatch(coloured);
  expect((await run(['read', file, '--format', 'ansi', '--no-color'])).stdout).not.toMatch(coloured);
});

test('markdown is a document of its own', async () => {
  const {stdout} = await run(['read', file, '--format', 'markdown']);
  expect(stdout).toMatch(/^# Ships & lamps\n\nAda Brandt\n\nThe \*harbour\* keeps/);
});

test('html is a whole page, and nothing in it acts', async () => {
  const {stdout} = await run(['read', file, '--format', 'html']);
  expect(stdout).toMatch(
    /^<!doctype html>\n<html>\n<meta charset="utf-8">\n<title>Ships &amp; lamps<\/title>\n/,
  );
  expect(stdout).toContain('<em>harbour</em>');
  expect(stdout).toContain('<li>oil');
  expect(stdout).not.toMatch(/<script|alert/);
});

test('json is a listing of one article, its text as Markdown', async () => {
  const {articles} = checked('read', await run(['read', file, '--format', 'json']));
  expect(articles).toMatchObject([
    {title: 'Ships & lamps', markdown: expect.stringContaining('*harbour*') as string},
  ]);
});

test('standard input is read as a file is', async () => {
  const {articles, publications} = checked(
    'read',
    await run(['read', '-', '--format', 'json'], {input: POST}),
  );
  expect(articles).toMatchObject([{title: 'Ships & lamps'}]);
  expect(publications).toMatchObject([{location: '-'}]);
  const {stdout} = await run(['read', '-'], {
    input: '<!doctype html><title>A page</title><p>Some words.</p>',
  });
  expect(stdout).toContain('Some words.');
});
