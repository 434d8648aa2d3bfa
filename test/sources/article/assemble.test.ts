import {describe, expect, test} from 'vitest';
import {articleId, publicationId} from '../../../source/domain/article/identity.ts';
import {assemble} from '../../../source/sources/article/assemble.ts';
import type {Parsed, RawArticle} from '../../../source/sources/format/format.ts';

const FOLDER = {location: './notes', canonicalLocation: '/home/ada/notes', url: 'file:///home/ada/notes/'};
const WEB = {
  location: 'blog.example',
  canonicalLocation: 'https://blog.example/',
  url: 'https://blog.example/feed',
};

const assembled = (
  articles: readonly RawArticle[],
  rest: Partial<Parsed> = {},
  origin = WEB,
): ReturnType<typeof assemble> => assemble({articles, ...rest}, origin);

test('ids come from the canonical location and the article’s own name', () => {
  const {publication, articles} = assembled([{guid: 'urn:1'}]);
  expect(publication.id).toBe(publicationId('https://blog.example/'));
  expect(articles[0]?.article).toMatchObject({
    id: articleId(publication.id, 'urn:1'),
    publicationId: publication.id,
  });
  expect(publication.location).toBe('blog.example');
});

test('a folder without a name is called as it is on disk', () => {
  expect(assembled([], {}, FOLDER).publication.title).toBe('notes');
});

test('articles keep their order and their path', () => {
  const {articles} = assembled([{path: 'b.md'}, {path: '2025/a.md'}], {}, FOLDER);
  expect(articles.map(({article}) => [article.position, article.path])).toEqual([
    [0, 'b.md'],
    [1, '2025/a.md'],
  ]);
});

describe('the text', () => {
  test('is counted: words, minutes at the given speeds', () => {
    const body = {
      format: 'markdown',
      content: `${'word '.repeat(500)}\n\n\`\`\`\n${'code '.repeat(100)}\n\`\`\``,
    } as const;
    const speeds = {words: 100, characters: 100, code: 50};
    expect(assemble({articles: [{body}]}, WEB, {speeds}).articles[0]?.article).toMatchObject({
      words: 600,
      minutes: 7,
    });
  });

  test('is not counted where the publisher says how long it takes', () => {
    expect(assembled([{minutes: 12.4}]).articles[0]?.article.minutes).toBe(12);
    expect(
      assembled([{minutes: -3}, {minutes: Number.NaN}]).articles.map(({article}) => article.minutes),
    ).toEqual([1, 1]);
  });

  test('of a file is whole, whatever it ends in', () => {
    const body = {format: 'markdown', content: 'And so on...'} as const;
    const file = {path: 'a.md', url: '/a', title: {content: 'T', format: 'text'}, body} as const;
    expect(assembled([file], {}, FOLDER).articles[0]?.article.isPartial).toBe(false);
  });

  test('knows what its links are relative to', () => {
    const body = {format: 'html', content: 'x', base: '../img/'} as const;
    expect(
      assembled([{body, base: '2025/06/'}], {base: 'https://cdn.example/a/'}).articles[0]?.body.base,
    ).toBe('https://cdn.example/a/2025/img/');
  });
});

describe('tags', () => {
  test('stand once, in any case of letters, and not beside the same category', () => {
    const {article} =
      assembled([{category: 'SQL', tags: ['SQL', 'Speed', 'speed', ' ', '<b>Rust</b>']}]).articles[0] ?? {};
    expect(article).toMatchObject({category: 'SQL', tags: ['Speed', 'Rust']});
  });
});

test('an article of which only the last change is dated appeared then', () => {
  const [first, second] = assembled([
    {updated: ['2025-06-11']},
    {published: ['soon', '2025-06-10'], updated: ['2025-06-11']},
  ]).articles;
  expect(first?.article).toMatchObject({
    publishedAt: '2025-06-11T00:00:00.000Z',
    updatedAt: '2025-06-11T00:00:00.000Z',
  });
  expect(second?.article).toMatchObject({
    publishedAt: '2025-06-10T00:00:00.000Z',
    updatedAt: '2025-06-11T00:00:00.000Z',
  });
});

test('a title of pages is cut', () => {
  const title = {content: 'word '.repeat(10_000), format: 'text'} as const;
  expect(assembled([{title}]).articles[0]?.article.title.length).toBeLessThanOrEqual(1001);
});

test('addresses of any part are safe or left out', () => {
  const {publication, articles} = assembled(
    [
      {
        url: 'javascript:alert(1)',
        image: 'file:///etc/passwd',
        enclosures: [{url: 'data:text/html,x'}],
        body: {format: 'text', content: 'x'},
      },
    ],
    {homepage: 'javascript:x', feedUrl: 'ftp://x', newsletterUrl: 'file:///x'},
  );
  expect(publication.homepage).toBeUndefined();
  expect(articles[0]?.article).not.toHaveProperty('url');
  expect(articles[0]?.article).not.toHaveProperty('image');
  expect(articles[0]?.body.content).toBe('x');
  expect(assembled([], {feedUrl: 'ftp://x', newsletterUrl: 'file:///x'})).not.toHaveProperty('newsletterUrl');
});

test('the words of the newsletter are taken, and a file with them is not asked for then', () => {
  const newsletter = {heading: 'Letters', promises: ['No spam, ever']};
  const {publication, newsletterUrl} = assembled([], {newsletter, newsletterUrl: '/letters.json'});
  expect(publication.newsletter).toMatchObject(newsletter);
  expect(newsletterUrl).toBeUndefined();
});

test('related articles are found by guid, address, path or the last part of either', () => {
  const related = ['2', 'https://blog.example/c', 'notes/d.md', 'e', 'gone'];
  const {publication, articles} = assembled([
    {guid: '1', related},
    {guid: '2'},
    {guid: '3', url: 'https://blog.example/c'},
    {path: 'notes/d.md'},
    {guid: '5', url: '/2025/e'},
  ]);
  const ids = articles.map(({article}) => article.id);
  expect(articles[0]?.article.related).toEqual([...ids.slice(1), articleId(publication.id, 'gone')]);
});
