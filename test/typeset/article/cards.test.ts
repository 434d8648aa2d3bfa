import {describe, expect, test} from 'vitest';
import type {Newsletter} from '../../../source/domain/newsletter/newsletter.ts';
import type {PageStyle} from '../../../source/domain/page/page.ts';
import {ARTICLE, PUBLICATION, linesOf, setSheet} from '../../helpers/set-page.ts';

const NEWSLETTER: Newsletter = {promises: [], signup: {kind: 'none'}};

function newsletterCard(newsletter: Newsletter, style: Partial<PageStyle> = {}): readonly string[] {
  const lines = linesOf(
    setSheet(
      {
        markdown: '',
        related: [],
        article: {...ARTICLE, authors: []},
        publication: {...PUBLICATION, newsletter},
      },
      style,
    ),
  );
  return lines.slice(lines.lastIndexOf('') + 1);
}

describe('the newsletter card', () => {
  test('has the words of the publication and none of ours', () => {
    expect(newsletterCard(NEWSLETTER)).toEqual(['The Journal']);
    expect(
      newsletterCard({
        ...NEWSLETTER,
        heading: 'Post',
        pitch: 'Once a month.',
        subscribers: '2,500+',
        promises: ['No spam', 'free'],
      }),
    ).toEqual(['Post', 'Once a month. Join 2,500+ subscribers.', 'No spam · free']);
  });

  test('says how many read it once, in the words that are there', () => {
    expect(newsletterCard({...NEWSLETTER, subscribers: '900 engineers'})).toEqual([
      'The Journal',
      'Join 900 engineers.',
    ]);
    expect(newsletterCard({...NEWSLETTER, subscribers: '2,500+', pitch: 'Join 2,500+ readers.'})).toEqual([
      'The Journal',
      'Join 2,500+ readers.',
    ]);
  });

  test('names the key where there is one, beside the last line or below it', () => {
    const newsletter = {...NEWSLETTER, heading: 'Post', promises: ['No spam, ever']};
    expect(newsletterCard(newsletter, {measure: 40, keys: {subscribe: 'S'}}).at(-1)).toBe(
      'No spam, ever               S  subscribe',
    );
    expect(newsletterCard(newsletter, {measure: 20, keys: {subscribe: 'S'}})).toEqual([
      'Post',
      'No spam, ever',
      'S  subscribe',
    ]);
  });
});

function head(change: Partial<typeof ARTICLE>, style: Partial<PageStyle> = {}): readonly string[] {
  const page = setSheet({markdown: '', related: [], article: {...ARTICLE, ...change}}, style);
  return page.lines(page.start, 14);
}

describe('the head', () => {
  test('leaves out what is not known', () => {
    const {category: _, excerpt: __, publishedAt: ___, ...bare} = ARTICLE;
    const page = setSheet({
      markdown: '',
      related: [],
      article: {...bare, authors: []},
      publication: {id: 'p', title: 'P', location: 'p'},
    });
    expect(linesOf(page)).toEqual(['The second thousand users', '━━━━━━━━', '', '6 min read']);
  });

  test('puts several authors below each other, each with a badge', () => {
    const lines = head({authors: [{name: 'Ida Okafor', role: 'Designer'}, {name: 'Tomas Reyes'}]});
    expect(lines).toContain('(IO)  Ida Okafor · Designer');
    expect(lines).toContain('(TR)  Tomas Reyes');
    expect(head({authors: ['A B', 'C D', 'E F', 'G H', 'I J'].map(name => ({name}))})).toContain(
      '      and 2 more',
    );
  });

  test('writes the date in the language of the reader, on the day that the source wrote', () => {
    expect(head({}, {locale: 'de'}).join('\n')).toContain('12. November 2026 · 6 min read');
    expect(head({}, {locale: 'no such locale'}).join('\n')).toContain('12 November 2026');
    expect(head({publishedAt: 'not a date'}).join('\n')).toContain('      6 min read');
  });
});
