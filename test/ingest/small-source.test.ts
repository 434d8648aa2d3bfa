import {mkdir, symlink, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {describe, expect, test} from 'vitest';
import {nearSources} from '../../source/ingest/near-sources.ts';
import {isSmall} from '../../source/ingest/small-source.ts';
import {SPEEDS} from '../../source/domain/article/reading-time.ts';
import {aHome} from '../helpers/story.ts';

async function folderWith(files: Readonly<Record<string, string>>): Promise<string> {
  const {folder} = await aHome();
  const root = join(folder, 'posts');
  await mkdir(root);
  for (const [name, text] of Object.entries(files)) {
    await mkdir(join(root, name, '..'), {recursive: true});
    await writeFile(join(root, name), text);
  }
  return root;
}

describe('a command reads itself', () => {
  test('a folder of plain texts, with its pictures and settings', async () => {
    const root = await folderWith({
      'a.md': 'A',
      'b/c.txt': 'C',
      'publication.yml': 'title: T',
      'a.png': 'x'.repeat(200_000),
    });
    expect(isSmall(root)).toBe(true);
    expect(isSmall(join(root, 'a.md'))).toBe(true);
  });
});

describe('the worker reads', () => {
  test.each([
    ['a large text', {'a.md': 'a'.repeat(64_001)}],
    ['a large head', {'publication.yml': 'a'.repeat(64_001)}],
    ['very many texts', Object.fromEntries(Array.from({length: 401}, (_, n) => [`${n}.md`, 'a']))],
    [
      'texts that are large together',
      Object.fromEntries(Array.from({length: 20}, (_, n) => [`${n}.md`, 'a'.repeat(60_000)])),
    ],
    ['deep folders', {'1/2/3/4/5/a.md': 'a'}],
    ['pages', {'a.html': '<p>a'}],
    ['another markup', {'a.rst': 'a'}],
    ['mails', {'a.eml': 'From: a'}],
    ['files of an unknown kind', {'a.md': 'a', 'b.xyz': 'b'}],
    ['the site of a generator', {'_config.yml': 'title: T', '_posts/2026-01-01-a.md': 'a'}],
  ])('%s', async (_, files) => {
    expect(isSmall(await folderWith(files))).toBe(false);
  });

  test('links, single settings, addresses, and what is not there', async () => {
    const root = await folderWith({'a.md': 'a', 'b.yml': 'b: c'});
    expect(isSmall(join(root, 'b.yml'))).toBe(false);
    await symlink('/etc/hosts', join(root, 'c.md'));
    expect(isSmall(root)).toBe(false);
    expect(isSmall('https://example.org/a.md')).toBe(false);
    expect(isSmall(join(root, 'none.md'))).toBe(false);
  });
});

test('small sources are read like others, and no worker is asked for', async () => {
  const root = await folderWith({'a.md': '---\ntitle: A title\n---\n\nWords'});
  const near = nearSources({
    limits: {items: 100, depth: 10},
    speeds: SPEEDS,
    far: () => Promise.reject(new Error('asked for the worker')),
  });
  const {signal} = new AbortController();
  const opened = await near.open({location: root, settings: {name: 'Mine'}, validators: {}}, signal);
  expect(opened).toMatchObject({
    kind: 'loaded',
    publication: {title: 'Mine'},
    articles: [{article: {title: 'A title'}}],
  });
  expect(await near.openPage(join(root, 'a.md'), signal)).toMatchObject({article: {title: 'A title'}});
  await writeFile(join(root, 'b.html'), '<p>b');
  await expect(near.openPage(join(root, 'b.html'), signal)).rejects.toThrow('asked for the worker');
});
