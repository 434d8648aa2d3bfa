import {expect, test} from 'vitest';
import {withoutStrayCdata} from '../../../../source/sources/format/xml/stray-cdata.ts';
import {readFeed} from '../../../helpers/read-feed.ts';

test.each([
  ['<![CDATA[plain words]]>', 'plain words'],
  ['<![CDATA[<![CDATA[inner]]>]]>', 'inner'],
  ['<![CDATA[<p>One</p>]]&gt;', '<p>One</p>'],
  ['&lt;![CDATA[&lt;p&gt;One&lt;/p&gt;]]&gt;', '&lt;p&gt;One&lt;/p&gt;'],
  ['before <![CDATA[middle]]> after', 'before middle after'],
  ['<![CDATA[never closed', 'never closed'],
  ['How <![CDATA[ begins a section', 'How <![CDATA[ begins a section'],
  ['<pre>&lt;![CDATA[ code ]]&gt;</pre>', '<pre>&lt;![CDATA[ code ]]&gt;</pre>'],
])('%s has the words %s', (text, words) => {
  expect(withoutStrayCdata(text)).toBe(words);
});

const escaped = '&lt;![CDATA[Words &amp;amp; more]]&gt;';

test('titles, texts, authors and categories keep their words, in RSS and in Atom', () => {
  const item = `<item><title>${escaped}</title><author>${escaped}</author><category>${escaped}</category><description>${escaped}</description></item>`;
  const entry = `<entry><id>1</id><title>${escaped}</title><author><name>${escaped}</name></author><category term="${escaped}"/><content type="html">${escaped}</content></entry>`;
  for (const feed of [
    `<rss version="2.0"><channel><title>${escaped}</title>${item}</channel></rss>`,
    `<feed xmlns="http://www.w3.org/2005/Atom"><title>${escaped}</title>${entry}</feed>`,
  ]) {
    const {publication, articles} = readFeed(feed);
    const [one] = articles;
    expect(publication.title).toBe('Words & more');
    expect(one?.article.title).toBe('Words & more');
    expect(one?.article.authors.map(({name}) => name)).toEqual(['Words & more']);
    expect([one?.article.category, ...(one?.article.tags ?? [])]).toContain('Words & more');
    expect(one?.article.excerpt).toBe('Words & more');
  }
});
