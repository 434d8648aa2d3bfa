import type {Article} from '../../source/domain/article/article.ts';
import type {Page, PageStyle, Sheet} from '../../source/domain/page/page.ts';
import type {Publication} from '../../source/domain/publication/publication.ts';
import {PLAIN} from '../../source/domain/theme/themes.ts';
import {createTypesetter} from '../../source/typeset/typesetter.ts';

export const ARTICLE: Article = {
  id: 'the-second-thousand-users',
  publicationId: 'journal',
  position: 0,
  url: 'https://example.com/blog/second',
  title: 'The second thousand users',
  category: 'Engineering',
  excerpt: 'Growth breaks the assumption that nobody wrote down; here is where to look.',
  tags: [],
  authors: [
    {
      name: 'Mara Lindqvist',
      role: 'Staff Engineer',
      bio: 'Mara has kept databases awake for fifteen years, and would like to be asked about something else.',
    },
  ],
  publishedAt: '2026-11-12T00:00:00.000Z',
  words: 1400,
  minutes: 6,
  isPartial: false,
};

export const PUBLICATION: Publication = {
  id: 'journal',
  title: 'The Journal',
  location: 'https://example.com/feed.xml',
  newsletter: {
    heading: 'Letters from the well',
    pitch: 'One essay a week on engineering, AI and design.',
    subscribers: '2,500+',
    promises: ['No spam, ever', 'free forever'],
    signup: {kind: 'none'},
  },
};

export const RELATED: readonly Article[] = [
  {...ARTICLE, id: 'cache', title: 'A cache is a promise', authors: [{name: 'Tomas Reyes'}], minutes: 9},
  {...ARTICLE, id: 'queues', title: 'Queues are for people', minutes: 5},
];

export const STYLE: PageStyle = {
  measure: 72,
  theme: PLAIN,
  colors: 0,
  hyperlinks: false,
  ascii: false,
  breaking: 'optimal',
  locale: 'en-GB',
};

const typesetter = createTypesetter();

/** The body of an article on a page, without styles unless they are asked for. */
export function setBody(markdown: string, style: Partial<PageStyle> = {}): Page {
  return setSheet({markdown, bodyOnly: true}, style);
}

/** A whole page: head, body, cards. */
export function setSheet(
  sheet: Partial<Sheet> & Pick<Sheet, 'markdown'>,
  style: Partial<PageStyle> = {},
): Page {
  return typesetter.set(
    {article: ARTICLE, publication: PUBLICATION, related: RELATED, ...sheet},
    {...STYLE, ...style},
  );
}

export function linesOf(page: Page): readonly string[] {
  return page.lines(page.start, Number.POSITIVE_INFINITY);
}
