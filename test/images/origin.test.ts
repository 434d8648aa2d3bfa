import {mkdir, mkdtemp, rm, symlink, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {expect, onTestFinished, test} from 'vitest';
import {bytesOf} from '../../source/images/bytes.ts';
import {whereaboutsOf} from '../../source/images/origin.ts';

const FEED = {location: 'https://blog.example/feed.xml', url: 'https://blog.example/2026/one/'};
const FOLDER = {location: '/blog', path: 'posts/one.md'};
const NEAR = {...FEED, isPrivate: true};
const OWN_HOST = {publicOr: 'blog.example'};

test.each([
  ['img/a.png', 'https://blog.example/2026/one/img/a.png'],
  ['/a.png', 'https://blog.example/a.png'],
  ['//cdn.example/a.png', 'https://cdn.example/a.png'],
  ['http://other.example/a b.png', 'http://other.example/a%20b.png'],
])(
  '%s of an article from the web is at %s, and reaches the public, and its own host where that was private when it was added',
  (src, url) => {
    expect(whereaboutsOf(src, FEED)).toEqual({kind: 'web', url, reach: 'public-only'});
    expect(whereaboutsOf(src, NEAR)).toEqual({kind: 'web', url, reach: OWN_HOST});
  },
);

test('a picture of a folder is beside the article, or where site builders keep what stands at the root', () => {
  expect(whereaboutsOf('../img/a%20b.png?v=2', FOLDER)).toEqual({
    kind: 'file',
    folder: '/blog',
    candidates: [join('img', 'a b.png')],
  });
  expect(whereaboutsOf('/img/a.png', FOLDER)).toMatchObject({
    candidates: [
      join('img', 'a.png'),
      join('static', 'img', 'a.png'),
      join('public', 'img', 'a.png'),
      join('assets', 'img', 'a.png'),
      join('source', 'img', 'a.png'),
    ],
  });
});

test('an article of a folder may name what is public, and nothing near', () => {
  expect(whereaboutsOf('https://cdn.example/a.png', FOLDER)).toMatchObject({
    kind: 'web',
    reach: 'public-only',
  });
});

test.each([
  'file:///etc/passwd',
  'ftp://blog.example/a.png',
  'javascript:alert(1)',
  'data:text/html;base64,PGI+',
])('%s is asked of nobody', src => {
  for (const origin of [FEED, FOLDER])
    expect(() => whereaboutsOf(src, origin)).toThrow('none of http or https');
});

test('a picture within the text needs no server', () => {
  expect(whereaboutsOf('data:image/png;base64,AAEC', FEED)).toEqual({
    kind: 'data',
    bytes: Buffer.of(0, 1, 2),
  });
});

test('nothing outside of the folder is read, by dots, by a path or by a link', async () => {
  const home = await mkdtemp(join(tmpdir(), 'inkwell-'));
  onTestFinished(() => rm(home, {recursive: true}));
  const location = join(home, 'blog');
  await mkdir(join(location, 'posts'), {recursive: true});
  await writeFile(join(home, 'secret.png'), 'secret');
  await writeFile(join(location, 'own.png'), 'own');
  await symlink(join(home, 'secret.png'), join(location, 'posts', 'link.png'));
  await symlink(join(location, 'own.png'), join(location, 'posts', 'near.png'));
  const read = async (src: string): Promise<string> => {
    const bytes = await bytesOf(src, {location, path: 'posts/one.md'}, {http, most: 100}, signal);
    return Buffer.from(bytes).toString();
  };
  const signal = new AbortController().signal;
  expect(await read('../own.png')).toBe('own');
  expect(await read('/own.png')).toBe('own');
  expect(await read('near.png')).toBe('own');
  for (const src of [
    '../../secret.png',
    '..%2F..%2Fsecret.png',
    'link.png',
    '/../secret.png',
    '..',
    '/dev/zero',
  ])
    await expect(read(src)).rejects.toThrow('There is no such file in the folder.');
  await writeFile(join(location, 'large.png'), 'x'.repeat(101));
  await expect(read('/large.png')).rejects.toThrow('limits.bytes');
});

function http(): Promise<never> {
  return Promise.reject(new Error('the network'));
}
