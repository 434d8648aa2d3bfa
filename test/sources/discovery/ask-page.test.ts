import {expect, test} from 'vitest';
import {elsewhere} from '../../../source/sources/discovery/ask-page.ts';
import {documentOf} from '../../../source/sources/text/document.ts';
import {open, page, reader, rss, site} from '../../helpers/reading.ts';

const sendOn = (to: string) => page(`<meta http-equiv="refresh" content="0; url=${to}">`);
const from = (html: string, url = 'https://a.example/x') => elsewhere(documentOf(html, {url}));

test.for([
  ['<meta http-equiv="refresh" content="0; url=/en/">', 'https://a.example/en/'],
  ["<META CONTENT='3;URL=https://b.example/?a=1&amp;b=2' HTTP-EQUIV=Refresh>", 'https://b.example/?a=1&b=2'],
  ['<meta http-equiv=refresh content=0;url=y>', 'https://a.example/y'],
  ['<meta http-equiv="refresh" content="300">', undefined],
  ['<meta http-equiv="refresh" content="300; url=/later">', undefined],
  ['<meta http-equiv="refresh" content="0; url=http://a.example/plain">', undefined],
  ['<meta http-equiv="refresh" content="0; url=javascript:alert(1)">', undefined],
  ['<meta http-equiv="refresh" content="0; url=/x">', undefined],
  ['<meta name="description" content="0; url=/en/">', undefined],
  [
    '<rss><description><![CDATA[<meta http-equiv=refresh content="0; url=/en/">]]></description></rss>',
    undefined,
  ],
  ['{"html": "<meta http-equiv=refresh content=0;url=/en/>"}', undefined],
  [`<meta http-equiv="refresh" content="0; url=/en/">${'words '.repeat(1000)}`, undefined],
] as const)('%s leads to %s', ([html, address]) => {
  expect(from(html)).toBe(address);
});

test('a home page that only sends its readers on is followed, once', async () => {
  const {origin, paths} = await site({
    '/': sendOn('/en/'),
    '/en/': page('<link rel=alternate type=application/rss+xml href=feed>'),
    '/en/feed': rss('Letters', 'One'),
  });
  expect((await open(origin)).publication.title).toBe('Letters');
  expect(paths()).toEqual(['/', '/en/', '/en/feed']);
  const circle = await site({'/a': sendOn('/b'), '/b': sendOn('/a')});
  await reader().openPage(`${circle.origin}/a`, new AbortController().signal);
  expect(circle.paths()).toEqual(['/a', '/b']);
});
