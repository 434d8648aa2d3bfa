import {expect, test} from 'vitest';
import {open, reader, site} from '../../helpers/reading.ts';

const article = (id: number) => ({
  type_of: 'article',
  id,
  title: `Number ${id}`,
  url: `https://dev.example/ada/${id}`,
  user: {name: 'Ada', username: 'ada'},
});
const withText = (id: number) => JSON.stringify({...article(id), body_markdown: `The text of ${id}`});

test('the texts of a list of DEV are fetched one by one', async () => {
  const {origin} = await site({
    '/api/articles?username=ada': JSON.stringify([article(1), article(2)]),
    '/api/articles/1': withText(1),
    '/api/articles/2': withText(2),
  });
  const {articles} = await open(`${origin}/api/articles?username=ada`);
  expect(articles.map(({body, article: {isPartial}}) => [body.content, isPartial])).toEqual([
    ['The text of 1', false],
    ['The text of 2', false],
  ]);
});

test('once a text is refused the rest are left for later', async () => {
  const ids = Array.from({length: 10}, (_, index) => index + 1);
  const {origin, paths} = await site({
    '/api/articles': JSON.stringify(ids.map(article)),
    '/api/articles/1': [429, {'retry-after': '30'}],
  });
  const {articles} = await open(`${origin}/api/articles`);
  expect(articles.length).toBe(10);
  expect(articles.every(({article: {isPartial}}) => isPartial)).toBe(true);
  expect(paths().length).toBeLessThan(5);
});

test('a list that would take long is shown before all its texts are there', async () => {
  let time = 0;
  const ids = Array.from({length: 6}, (_, index) => index + 1);
  const {origin, paths} = await site({
    '/api/articles': JSON.stringify(ids.map(article)),
    ...Object.fromEntries(ids.map(id => [`/api/articles/${id}`, withText(id)])),
  });
  // Each look at the clock is a second later.
  await open(`${origin}/api/articles`, {}, reader({now: () => (time += 1000)}));
  expect(paths().length).toBeLessThan(7);
});

test('a WordPress site that hides its root keeps its posts', async () => {
  const post = {
    id: 1,
    link: 'https://wp.example/1',
    title: {rendered: 'One'},
    content: {rendered: '<p>Text</p>'},
  };
  const {origin} = await site({'/wp-json/wp/v2/posts': JSON.stringify([post]), '/wp-json/': [401, {}]});
  const {publication, articles} = await open(`${origin}/wp-json/wp/v2/posts`);
  expect([publication.title, articles.length]).toEqual([new URL(origin).host, 1]);
});
