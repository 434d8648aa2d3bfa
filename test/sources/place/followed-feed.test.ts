import {describe, expect, test} from 'vitest';
import {ingestSource} from '../../../source/ingest/ingest-source.ts';
import {open as openLibrary} from '../../helpers/shelf.ts';
import {page, reader, rss, site, type Answers} from '../../helpers/reading.ts';

const signal = new AbortController().signal;

/** Follows /feed while the site is well, then lets it be fetched at each of these states. */
async function follow(
  well: (origin: string) => Answers,
  ...states: readonly ((origin: string) => Answers)[]
) {
  const answers: Record<string, Answers[string]> = {};
  const {origin, paths} = await site(() => answers);
  const become = (state: Answers) => {
    for (const path of Object.keys(answers)) delete answers[path];
    Object.assign(answers, state);
  };
  const {library} = openLibrary();
  const {publicationId} = library.follow(`${origin}/feed`, {isListed: true});
  const problems: (string | undefined)[] = [];
  const fetchOnce = async () => {
    const source = library.source(publicationId);
    if (!source) throw new Error('no source');
    problems.push((await ingestSource({library, sources: reader()}, source, signal)).problem?.kind);
  };
  become(well(origin));
  await fetchOnce();
  for (const state of states) {
    become(state(origin));
    await fetchOnce();
  }
  const titles = () =>
    library
      .window({publications: [publicationId], query: ''}, 0, 50)
      .rows.map(({title}) => title)
      .sort();
  return {
    library,
    publicationId,
    problems,
    paths,
    origin,
    titles,
    title: () => library.publication(publicationId)?.title,
  };
}

const well = () => ({'/feed': rss('Mine', 'One')});
const better = () => ({'/feed': rss('Mine', 'One', 'Two')});
const feedLink = '<link rel=alternate type=application/rss+xml href=/hotel>';
const hotel = rss('Hotel', 'Spa');

describe('a followed feed is not taken over', () => {
  test.each<[string, (origin: string) => Answers]>([
    [
      'a page in its place',
      () => ({'/feed': [200, {'content-type': 'text/html'}, page(feedLink)], '/hotel': hotel}),
    ],
    [
      'a redirect to a log-in page',
      here => ({'/feed': [302, {location: `${here}/login`}], '/login': page(feedLink), '/hotel': hotel}),
    ],
    [
      'a page that sends its readers on',
      () => ({
        '/feed': [200, {'content-type': 'text/html'}, '<meta http-equiv=refresh content="0;url=/hotel">'],
        '/hotel': hotel,
      }),
    ],
    [
      'a redirect for now to another feed',
      here => ({'/feed': [302, {location: `${here}/hotel`}], '/hotel': hotel}),
    ],
    [
      'a redirect for good to another feed',
      here => ({'/feed': [301, {location: `${here}/hotel`}], '/hotel': hotel}),
    ],
    ['an empty answer', () => ({'/feed': [200, {'content-type': 'text/html'}, '']})],
  ])('by %s', async (_, bad) => {
    const {problems, titles, title} = await follow(well, bad, better);
    expect(problems).toEqual([undefined, 'unsupported', undefined]);
    expect([title(), ...titles()]).toEqual(['Mine', 'One', 'Two']);
  });
});

const moved = (here: string) => ({
  '/feed': [301, {location: `${here}/new`}] as const,
  '/new': rss('Mine', 'One'),
});

test('a redirect for good to the same publication is learned', async () => {
  const {library, origin, paths, problems, publicationId} = await follow(well, moved, () => ({
    '/new': rss('Mine', 'Two'),
  }));
  expect(problems).toEqual([undefined, undefined, undefined]);
  expect(library.source(publicationId)?.feedUrl).toBe(`${origin}/new`);
  expect(paths().slice(3)).toEqual(['/new']);
});

describe('a redirect that turns out wrong is unlearned', () => {
  test.each<[string, Answers[string]]>([
    ['fails', [500, {}]],
    ['is gone', [410, {}]],
    ['becomes a page', [200, {'content-type': 'text/html'}, page('')]],
    ['refuses', [403, {}]],
  ])('when its target %s', async (_, now) => {
    const wrong = () => ({...better(), '/new': now});
    const {library, origin, publicationId, titles, problems} = await follow(well, moved, wrong, wrong);
    expect(titles()).toEqual(['One', 'Two']);
    expect(problems.at(-1)).toBeUndefined();
    expect(library.source(publicationId)?.feedUrl).toBe(`${origin}/feed`);
  });
});

test('the validators of a feed that broke off are not sent back', async () => {
  const whole = rss('Mine', 'One', 'Two');
  const cut = whole.slice(0, whole.indexOf('Two'));
  const headers = {etag: '"1"', 'content-type': 'application/rss+xml'};
  const {library, publicationId} = await follow(() => ({'/feed': [200, headers, cut]}));
  expect(library.source(publicationId)?.validators).toEqual({});
});
