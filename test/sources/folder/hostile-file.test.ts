import {expect, test} from 'vitest';
import {articleFile} from '../../../source/sources/folder/article/article-file.ts';
import {bodyToMarkdown} from '../../../source/sources/text/body-to-markdown.ts';

const MANY = 200_000;

function secondsOf(act: () => unknown): number {
  const before = process.cpuUsage().user;
  act();
  return (process.cpuUsage().user - before) / 1e6;
}

test.each([
  ['an author of brackets', `---\nauthor: ${'['.repeat(MANY)}\n---\ntext`],
  ['an author of links without an end', `---\nauthor: ${'[a]('.repeat(MANY / 4)}\n---\ntext`],
  ['blanks before code', `import a from "b"\n\nexport const a = ${' '.repeat(MANY)}\n\n<A>b</A>\n\ntext`],
])('a file with %s is read in time', (_, text) => {
  const seconds = secondsOf(() => {
    const {article} = articleFile('posts/a.mdx', text, 0, {people: new Map() as never});
    if (article.body) bodyToMarkdown(article.body);
  });
  expect(seconds).toBeLessThan(2);
});

test('a list of a hundred thousand numbered items becomes Markdown in time, each with its number', () => {
  let markdown = '';
  const content = `<ol start="7">${'<li>a</li>'.repeat(100_000)}</ol>`;
  expect(secondsOf(() => (markdown = bodyToMarkdown({format: 'html', content})))).toBeLessThan(6);
  expect(markdown.slice(0, 12)).toBe('7. a\n8. a\n9.');
  expect(markdown.trimEnd().slice(-9)).toBe('100006. a');
});
