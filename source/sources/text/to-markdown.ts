import type {Body} from '../../domain/article/article.ts';

/**
 * A body as Markdown. Most are HTML, which does without what reads front matter: half as much is loaded for
 * it.
 */
export async function toMarkdown(body: Body): Promise<string> {
  if (body.format === 'html') {
    const {htmlToMarkdown} = await import('../../html/html-to-markdown.ts');
    return htmlToMarkdown(body.content, body.base);
  }
  const {bodyToMarkdown} = await import('./body-to-markdown.ts');
  return bodyToMarkdown(body);
}
