import {expect, test} from 'vitest';
import {open, page, problemIn, reader, site} from '../../helpers/reading.ts';

const prose =
  '<p>A sentence of some length, with commas, which goes on for a while and says little.</p>'.repeat(8);
const signal = new AbortController().signal;

const feed = (origin: string) =>
  `<rss version="2.0"><channel><title>Letters</title><item><title>One</title><link>${origin}/one</link><description>It begins…</description></item></channel></rss>`;

async function teaser(answers: Record<string, string>) {
  const {origin, paths} = await site(here => ({'/feed': feed(here), ...answers}));
  const sources = reader();
  const [first] = (await open(`${origin}/feed`, {}, sources)).articles;
  if (!first) throw new Error('no article');
  return {...first, origin, paths, sources};
}

test('the whole text of a teaser comes from its page', async () => {
  const {article, body, origin, sources} = await teaser({
    '/one': page('', `<nav><a href=/>Home</a></nav><article>${prose}<img src=a.png></article>`),
  });
  expect(article.isPartial).toBe(true);
  const whole = await sources.complete(article, body, signal, {location: `${origin}/feed`, isPrivate: true});
  expect(whole).toMatchObject({format: 'html', base: `${origin}/one`});
  expect(whole.content).toContain('A sentence of some length');
  expect(whole.content).not.toContain('Home');
});

test('a page with no more text than the teaser is no improvement', async () => {
  const {article, body, origin, sources} = await teaser({'/one': page('', '<p>Log in.</p>')});
  expect(
    await problemIn(sources.complete(article, body, signal, {location: `${origin}/feed`, isPrivate: true})),
  ).toMatchObject({
    kind: 'missing',
  });
});

test('pages on private addresses are asked only where the publication is there itself', async () => {
  const {article, body, paths, sources} = await teaser({'/one': page('', prose)});
  expect(
    await problemIn(sources.complete(article, body, signal, {location: 'https://blog.example/feed'})),
  ).toMatchObject({kind: 'unsafe'});
  expect(await problemIn(reader().complete(article, body, signal))).toMatchObject({kind: 'unsafe'});
  expect(paths()).toEqual(['/feed']);
});

test('remembers where the publications lie that it opened', async () => {
  const {article, body, sources} = await teaser({'/one': page('', prose)});
  expect((await sources.complete(article, body, signal)).content).toContain('A sentence of some length');
});

test('an article without a page can’t be completed', async () => {
  const {article, body, sources} = await teaser({});
  const {url: _url, ...bare} = article;
  expect(await problemIn(sources.complete(bare, body, signal))).toMatchObject({kind: 'missing'});
});
