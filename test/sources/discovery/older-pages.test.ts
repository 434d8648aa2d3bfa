import {expect, test} from 'vitest';
import {open, rss, site, type Answers} from '../../helpers/reading.ts';

const titlesOf = async (answers: (here: string) => Answers, pages?: number) => {
  const {origin, paths} = await site(answers);
  const {articles} = await open(`${origin}/feed`, pages === undefined ? {} : {pages});
  return {titles: articles.map(({article}) => article.title), paths: paths()};
};

const linked = (title: string, next: string, ...articles: string[]) =>
  rss(title, ...articles).replace(
    '<channel>',
    `<channel xmlns:atom="http://www.w3.org/2005/Atom"><atom:link rel="next" href="${next}"/>`,
  );
const wordPress = (...articles: string[]) =>
  rss('W', ...articles).replace('<item>', '<generator>https://wordpress.org/?v=6.6</generator><item>');
const atom = (next: string, title: string) =>
  `<feed xmlns="http://www.w3.org/2005/Atom"><title>A</title>${next && `<link rel="next" href="${next}"/>`}<entry><id>${title}</id><title>${title}</title></entry></feed>`;
const jsonFeed = (next: string | undefined, id: string) =>
  JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: 'J',
    next_url: next,
    items: [{id, title: id, content_text: 'w'}],
  });

test.each<[string, Answers]>([
  [
    'RFC 5005',
    {'/feed': linked('R', '/2', 'One'), '/2': linked('R', '/3', 'Two', 'One'), '/3': rss('R', 'Three')},
  ],
  ['RFC 5005 in Atom', {'/feed': atom('/2', 'One'), '/2': atom('/3', 'Two'), '/3': atom('', 'Three')}],
  [
    'JSON Feed',
    {'/feed': jsonFeed('/2', 'One'), '/2': jsonFeed('/3', 'Two'), '/3': jsonFeed(undefined, 'Three')},
  ],
  [
    'WordPress',
    {'/feed': wordPress('One'), '/feed?paged=2': wordPress('Two'), '/feed?paged=3': wordPress('Three')},
  ],
  [
    'a Link field',
    {
      '/feed': [200, {link: '</2>; rel="next"'}, rss('L', 'One')],
      '/2': [200, {link: '</3>; rel="next"'}, rss('L', 'Two')],
      '/3': rss('L', 'Three'),
    },
  ],
])('older articles are asked for as %s has them', async (_, answers) => {
  expect((await titlesOf(() => answers, 5)).titles).toEqual(['One', 'Two', 'Three']);
  expect((await titlesOf(() => answers, 2)).titles).toEqual(['One', 'Two']);
  expect((await titlesOf(() => answers)).paths).toEqual(['/feed']);
});

test('pages that lead in a circle, or fail, end it', async () => {
  const circle = {'/feed': linked('R', '/2', 'One'), '/2': linked('R', '/feed', 'Two')};
  expect((await titlesOf(() => circle, 50)).titles).toEqual(['One', 'Two']);
  expect((await titlesOf(() => ({'/feed': linked('R', '/gone', 'One')}), 50)).titles).toEqual(['One']);
});

test('a podcast that says where it moved is not followed there, but named', async () => {
  const moved = rss('P', 'One').replace(
    '<channel>',
    '<channel xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"><itunes:new-feed-url>https://new.example/p</itunes:new-feed-url>',
  );
  const {origin} = await site({'/feed': moved});
  const {warnings, feedUrl} = await open(`${origin}/feed`);
  expect(warnings).toMatchObject([{advice: 'Follow it there: inkwell add https://new.example/p'}]);
  expect(feedUrl).toBeUndefined();
});
