import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {expect, onTestFinished, test} from 'vitest';
import {page, problemIn, reader, rss, site} from '../../helpers/reading.ts';

const prose =
  '<p>A sentence of some length, with commas, which goes on for a while and says little.</p>'.repeat(8);
const openPage = (location: string) => reader().openPage(location, new AbortController().signal);

function file(name: string, content: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'inkwell-page-'));
  onTestFinished(() => rmSync(folder, {recursive: true}));
  writeFileSync(join(folder, name), content);
  return join(folder, name);
}

test('a web page is an article under its address', async () => {
  const {origin} = await site({
    '/one': page(
      '<meta property="og:site_name" content="Guild"><meta name=author content="Ada Lovelace">',
      `<article>${prose}</article>`,
    ),
  });
  const {article, body, publication} = await openPage(`${origin}/one`);
  expect(article).toMatchObject({
    title: 'A page',
    url: `${origin}/one`,
    authors: [{name: 'Ada Lovelace'}],
    isPartial: false,
  });
  expect(article.words).toBeGreaterThan(100);
  expect(body).toMatchObject({format: 'html', base: `${origin}/one`});
  expect(publication).toMatchObject({title: 'Guild', location: `${origin}/one`, homepage: `${origin}/`});
});

test('what relative addresses stand on is where the redirects led, or the page’s own base', async () => {
  const {origin} = await site(here => ({
    '/a': [301, {location: `${here}/x/b`}],
    '/x/b': page('', prose),
    '/c': page('<base href="/y/">', prose),
  }));
  expect((await openPage(`${origin}/a`)).body.base).toBe(`${origin}/x/b`);
  expect((await openPage(`${origin}/c`)).body.base).toBe(`${origin}/y/`);
});

test('Markdown and plain text on the web are articles too', async () => {
  const {origin} = await site({
    '/a.md': [200, {'content-type': 'text/plain'}, '# Hello\n\nWords'],
    '/b': [200, {'content-type': 'text/plain'}, 'Words *as they are*'],
  });
  expect((await openPage(`${origin}/a.md`)).body.format).toBe('markdown');
  expect((await openPage(`${origin}/b`)).body).toMatchObject({
    format: 'text',
    content: 'Words *as they are*',
  });
});

test('a feed of one article is that article; one of several is told as a feed', async () => {
  const {origin} = await site({'/one.xml': rss('Letters', 'One'), '/two.xml': rss('Letters', 'One', 'Two')});
  expect((await openPage(`${origin}/one.xml`)).article.title).toBe('One');
  expect(await problemIn(openPage(`${origin}/two.xml`))).toMatchObject({
    kind: 'unsupported',
    advice: `List them with “inkwell list ${origin}/two.xml”.`,
  });
});

test('a picture is no page', async () => {
  const {origin} = await site({'/a.png': [200, {'content-type': 'image/png'}, '\u0089PNG\r\n']});
  expect(await problemIn(openPage(`${origin}/a.png`))).toMatchObject({
    kind: 'unsupported',
    message: expect.stringContaining('picture') as string,
  });
});

test('a page that was saved is read like one', async () => {
  const path = file('saved.html', page('', `<nav><a href=/>Home</a></nav><article>${prose}</article>`));
  const {article, body} = await openPage(path);
  expect(article.title).toBe('A page');
  expect(body.content).not.toContain('Home');
});

test('what is not there is a Problem', async () => {
  expect(await problemIn(openPage('/no/such/file.md'))).toMatchObject({kind: 'missing'});
  const {origin} = await site({});
  expect(await problemIn(openPage(`${origin}/none`))).toMatchObject({kind: 'missing'});
});
