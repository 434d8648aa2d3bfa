import {describe, expect, test} from 'vitest';
import type {Article} from '../../../source/domain/article/article.ts';
import type {PageStyle} from '../../../source/domain/page/page.ts';
import {ARTICLE, linesOf, PUBLICATION, setSheet} from '../../helpers/set-page.ts';

const {newsletter: _, ...publication} = PUBLICATION;

const FILES: Pick<Article, 'enclosures' | 'comments'> = {
  enclosures: [
    {url: 'https://example.com/notes.pdf', type: 'application/pdf', length: 81_000},
    {url: 'https://example.com/42/episode.mp3?x=1', type: 'audio/mpeg', length: 24_000_000, seconds: 3900},
  ],
  comments: 'https://talk.example.com/t/42',
};

function page(change: Partial<Article>, style: Partial<PageStyle> = {}) {
  return setSheet(
    {markdown: 'A text.', related: [], article: {...ARTICLE, authors: [], ...change}, publication},
    style,
  );
}

describe('files and comments', () => {
  test('stand in the head and at the end, recordings first, each a link', () => {
    const set = page(FILES);
    const lines = linesOf(set);
    expect(lines.find(line => line.includes('min read'))).toBe(
      '12 November 2026 · 6 min read · audio 1 h 5 min 24 MB',
    );
    expect(lines.slice(-3)).toEqual([
      'Audio · 1 h 5 min · 24 MB · episode.mp3',
      'File · 81 kB · notes.pdf',
      'Comments · talk.example.com',
    ]);
    expect(set.links.map(({target}) => (target.kind === 'url' ? target.url : target.kind))).toEqual([
      'https://example.com/42/episode.mp3?x=1',
      'https://example.com/notes.pdf',
      'https://talk.example.com/t/42',
    ]);
  });

  test('name the keys that open them, where there is a keyboard', () => {
    const lines = linesOf(page(FILES, {keys: {enclosure: 'E', comments: 'D'}}));
    expect(lines.slice(-3)).toEqual([
      'Audio · 1 h 5 min · 24 MB · episode.mp3  E opens it',
      'File · 81 kB · notes.pdf',
      'Comments · talk.example.com  D opens it',
    ]);
  });

  test('of which nothing is known are named by their kind', () => {
    const lines = linesOf(page({enclosures: [{url: 'https://example.com/', length: 0, seconds: 0}]}));
    expect(lines.at(-1)).toBe('File');
  });

  test('are absent where there are none', () => {
    expect(linesOf(page({})).at(-1)).toBe('A text.');
  });

  test('fit a narrow page, and many are not all shown', () => {
    const enclosures = Array.from({length: 500}, (_, index) => ({
      url: `https://example.com/${'long'.repeat(20)}-${index}.mp4`,
      type: 'video/mp4',
    }));
    const lines = linesOf(page({enclosures}, {measure: 24}));
    expect(lines.filter(line => line.startsWith('Video'))).toHaveLength(12);
    expect(lines.filter(line => line.length > 24)).toEqual([]);
  });
});
