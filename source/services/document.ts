import type {Article} from '../domain/article/article.ts';

/** An article as a Markdown document: its title and authors first, unless the text begins with a title. */
export function markdownDocument(
  {title, authors}: Pick<Article, 'title' | 'authors'>,
  markdown: string,
): string {
  const byline = authors.map(({name}) => name).join(', ');
  const head = /^\s*# /.test(markdown) ? '' : `# ${title}\n\n${byline === '' ? '' : `${byline}\n\n`}`;
  return `${head}${markdown.trim()}\n`;
}
