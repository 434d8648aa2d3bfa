import {expect, test} from 'vitest';
import {articleFile, partsOf} from '../../../source/sources/folder/article/article-file.ts';
import {bodyToMarkdown} from '../../../source/sources/text/body-to-markdown.ts';
import {expectLinear} from '../../helpers/work.ts';

const FILES: readonly (readonly [what: string, make: (count: number) => string])[] = [
  ['an author of brackets', count => `---\nauthor: ${'['.repeat(count)}\n---\ntext`],
  ['an author of links without an end', count => `---\nauthor: ${'[a]('.repeat(count / 4)}\n---\ntext`],
  [
    'blanks before code',
    count => `import a from "b"\n\nexport const a = ${' '.repeat(count)}\n\n<A>b</A>\n\ntext`,
  ],
];

test.each(FILES)('the work on a file with %s grows no faster than it does', (_, make) => {
  expectLinear(make, 100_000, text => {
    const {article} = articleFile('posts/a.mdx', partsOf('posts/a.mdx', text), 0, {
      people: new Map(),
      now: 0,
    });
    if (article.body) bodyToMarkdown(article.body);
  });
});

test(
  'a list of a hundred thousand numbered items becomes Markdown, each with its number',
  {tags: 'long'},
  () => {
    const markdown = expectLinear(
      count => `<ol start="7">${'<li>a</li>'.repeat(count)}</ol>`,
      50_000,
      content => bodyToMarkdown({format: 'html', content}),
    );
    expect(markdown.slice(0, 12)).toBe('7. a\n8. a\n9.');
    expect(markdown.trimEnd().slice(-9)).toBe('100006. a');
  },
);
