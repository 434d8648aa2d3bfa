import {execFileSync} from 'node:child_process';
import {existsSync, mkdirSync, symlinkSync, utimesSync} from 'node:fs';
import {join} from 'node:path';
import {expect, test, vi} from 'vitest';
import {folderValidator, openFolder} from '../../../source/sources/folder/folder.ts';
import {openFile} from '../../../source/sources/folder/open-file.ts';
import {watchBelow} from '../../../source/sources/folder/watch.ts';
import {Shelf} from './shelf.ts';

const MAKE_PIPE = 'mkfifo';
const post = (title: string, more = '') =>
  `---\ntitle: ${title}\ndate: 2024-05-06\n${more}---\n\nText of ${title}.\n`;
const titles = async (shelf: Shelf) => (await shelf.read()).articles.map(({title}) => title);

test('lists the newest first, and what names no day last', async () => {
  using shelf = new Shelf({
    'a.md': post('Old', 'date: 2020-01-01\n').replace('date: 2024-05-06\n', ''),
    'b.md': post('New'),
    'about.md': '# About\n\nUs.',
  });
  expect(await titles(shelf)).toEqual(['New', 'Old', 'About']);
});

test('reads Markdown, MDX, HTML and text, however deep', async () => {
  using shelf = new Shelf({
    'a.md': post('Markdown'),
    'b/c/d.mdx': post('Program'),
    'e.html':
      '<html><head><title>Page | Site</title><meta name="author" content="Ada"></head><body><nav>x</nav><h1>Page</h1><p>Text</p></body></html>',
    'f.txt': 'Plain\n=====\n\nText.\n',
  });
  const {articles} = await shelf.read();
  expect(new Map(articles.map(({title, path}) => [path, title]))).toEqual(
    new Map([
      ['a.md', 'Markdown'],
      ['b/c/d.mdx', 'Program'],
      ['e.html', 'Page'],
      ['f.txt', 'Plain'],
    ]),
  );
  expect(articles.find(({path}) => path === 'e.html')?.authors).toEqual([{name: 'Ada'}]);
});

test('leaves drafts, hidden files and other people’s code out', async () => {
  using shelf = new Shelf({
    'a.md': post('Good'),
    'b.md': post('Draft', 'draft: true\n'),
    'c.md': post('Unpublished', 'published: false\n'),
    '.hidden.md': post('Hidden'),
    '_drafts/d.md': post('Draft'),
    'node_modules/x/README.md': post('Code'),
    'LICENSE.md': 'Do as you like.',
    'README.md': '# The repository',
  });
  expect(await titles(shelf)).toEqual(['Good']);
});

test('follows no link out of the folder, and ends circles', async () => {
  using outside = new Shelf({'secret.md': post('Secret')});
  using shelf = new Shelf({'good.md': post('Good'), '.kept/linked.md': post('Linked')});
  mkdirSync(join(shelf.path, 'a'));
  symlinkSync('..', join(shelf.path, 'a/up'));
  symlinkSync('loop', join(shelf.path, 'loop'));
  symlinkSync('/', join(shelf.path, 'root'));
  symlinkSync(join(outside.path, 'secret.md'), join(shelf.path, 'secret.md'));
  symlinkSync('/dev/zero', join(shelf.path, 'zero.md'));
  symlinkSync('nowhere.md', join(shelf.path, 'dangling.md'));
  symlinkSync('.kept/linked.md', join(shelf.path, 'linked.md'));
  expect((await titles(shelf)).sort()).toEqual(['Good', 'Linked']);
});

test('passes over pipes and folders with the name of a text', async () => {
  using shelf = new Shelf({'good.md': post('Good')});
  execFileSync(MAKE_PIPE, [join(shelf.path, 'pipe.md')]);
  mkdirSync(join(shelf.path, 'folder.md'));
  expect(await titles(shelf)).toEqual(['Good']);
});

test('executes nothing', async () => {
  using shelf = new Shelf({'a.md': post('Good'), '_config.yml': 'title: !!js/function "function(){}"\n'});
  const witness = join(shelf.path, 'ran');
  shelf.write('eleventy.config.js', `require('node:fs').writeFileSync(${JSON.stringify(witness)}, '')`);
  shelf.write(
    'b.md',
    `---js\n{title: require('node:fs').writeFileSync(${JSON.stringify(witness)}, '')}\n---\nText`,
  );
  await shelf.read();
  expect(existsSync(witness)).toBe(false);
});

test('keeps articles with broken heads and warns of them', async () => {
  using shelf = new Shelf({
    'a.md': '---\ntitle: Rust: a year\ndate: 2023-02-29\n---\nText',
    '2024-05-06-b.md': post('B'),
  });
  const {articles, warnings} = await shelf.read();
  expect(articles.map(({title}) => title).sort()).toEqual(['B', 'Rust: a year']);
  expect(warnings.map(({message}) => message)).toEqual([
    expect.stringContaining('The front matter of a.md is broken'),
  ]);
});

test('says which limit left something out', async () => {
  using shelf = new Shelf({'a.md': post('A'), 'b.md': post('B'), 'c.md': `${post('C')}${'x'.repeat(5000)}`});
  const {parsed} = await openFolder(shelf.path, {items: 2, fileBytes: 1000});
  expect(parsed.articles).toHaveLength(1);
  expect(parsed.warnings?.map(({kind, advice}) => [kind, advice])).toEqual([
    ['too-large', 'The setting limits.items allows more.'],
    ['too-large', 'The setting limits.bytes allows more.'],
  ]);
});

test('notices by names, sizes and times that a folder has changed', async () => {
  using shelf = new Shelf({'a.md': post('A')});
  const {validator} = await openFolder(shelf.path);
  expect(await folderValidator(shelf.path)).toBe(validator);
  utimesSync(join(shelf.path, 'a.md'), 1, 1);
  const touched = await folderValidator(shelf.path);
  shelf.write('publication.yml', 'title: Named\n');
  expect(new Set([validator, touched, await folderValidator(shelf.path)]).size).toBe(3);
});

test('tells of changes once they have settled, until it is ended', async () => {
  using shelf = new Shelf({'a.md': post('A')});
  const onChange = vi.fn<() => void>();
  const end = watchBelow(shelf.path, onChange);
  let written = 0;
  const heard = (): number => onChange.mock.calls.length;
  // Watching begins a little later: something is written until it is heard of.
  const hears = (): number => {
    shelf.write('b.md', post(`B${written++}`));
    return heard();
  };
  await expect.poll(hears, {interval: 1000}).toBeGreaterThan(0);
  let known = 0;
  const isSettled = (): boolean => known === (known = heard());
  await expect.poll(isSettled, {interval: 700}).toBe(true);
  const many = Array.from({length: 40}, (_, index) => `c${index}.md`);
  for (const name of many) shelf.write(name, post(name));
  await expect.poll(heard).toBeGreaterThan(known);
  expect(heard() - known).toBeLessThan(many.length);
  end();
});

test('opens a single file as an article', async () => {
  using shelf = new Shelf({
    'a.md': post('A'),
    notes: '# Notes\n\nText.',
    'image.bin': new Uint8Array([1, 0, 2]),
  });
  expect((await openFile(join(shelf.path, 'a.md')))?.articles[0]?.title?.content).toBe('A');
  expect((await openFile(join(shelf.path, 'notes')))?.articles[0]?.title?.content).toBe('Notes');
  expect(await openFile(join(shelf.path, 'image.bin'))).toBeUndefined();
});

test('decodes files that are not UTF-8', async () => {
  using shelf = new Shelf({
    'a.md': Buffer.from('---\ntitle: Café\n---\nText', 'latin1'),
    'b.md': Buffer.from('\ufeff# Wide\n\nText', 'utf16le'),
  });
  expect((await titles(shelf)).sort()).toEqual(['Café', 'Wide']);
});
