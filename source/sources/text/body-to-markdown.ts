import type {Body} from '../../domain/article/article.ts';
import {printableText} from '../../domain/text/printable.ts';
import {htmlToMarkdown} from '../../html/html-to-markdown.ts';
import {frontMatterOf} from '../front-matter/front-matter.ts';
import {markdownFromText} from './markdown-from-text.ts';

/** A body of any format as the Markdown that the typesetter reads; front matter taken out. */
export function bodyToMarkdown({format, content, base}: Body): string {
  if (format === 'html') return htmlToMarkdown(content, base);
  if (format === 'text') return markdownFromText(content);
  return printableText(frontMatterOf(content).body);
}
