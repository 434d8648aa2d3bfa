import {allTags} from '../domain/article/own-tag.ts';
import type {ListedRow} from '../services/list.ts';
import {Misuse} from '../runtime/exit.ts';
import {nearest} from '../domain/text/nearest.ts';

/**
 * Fills `{title}` and the like from an article; `\t` and `\n` stand for tab and line feed, `{{` for a brace.
 * Line feeds and tabs inside a value become blanks, so that a line stays a line and a column a column.
 */
export function fillTemplate(template: string, row: ListedRow): string {
  return template.replaceAll(
    /\\([tn\\])|\{\{|\{(\w+)\}/g,
    (whole, escaped: string | undefined, name: string | undefined) => {
      if (escaped !== undefined) return ESCAPES[escaped] ?? whole;
      return name === undefined ? '{' : valueOf(name, row).replaceAll(/\s+/g, ' ');
    },
  );
}

/** Every name that a template may hold. */
export const TEMPLATE_FIELDS: Readonly<Record<string, (row: ListedRow) => string | number | undefined>> = {
  id: row => row.id,
  title: row => row.title,
  url: row => row.url ?? row.path,
  path: row => row.path,
  publication: row => row.publicationTitle,
  publicationId: row => row.publicationId,
  authors: row => row.authors.map(({name}) => name).join(', '),
  author: row => row.authors[0]?.name,
  category: row => row.category,
  tags: row => allTags(row).join(', '),
  excerpt: row => row.excerpt,
  date: row => row.publishedAt?.slice(0, 10),
  publishedAt: row => row.publishedAt,
  updatedAt: row => row.updatedAt,
  minutes: row => row.minutes,
  words: row => row.words,
  position: row => row.position,
  progress: row => Math.round(row.progress * 100),
  read: row => (row.isRead ? 'read' : 'unread'),
  starred: row => (row.isStarred ? 'starred' : ''),
  image: row => row.image,
  comments: row => row.comments,
  snippet: row => row.snippet,
};

const ESCAPES: Readonly<Record<string, string>> = {t: '\t', n: '\n', '\\': '\\'};

/**
 * Refuses a template with an unknown name, and one that nothing would be printed by, before anything is
 * fetched.
 */
export function checkTemplate({
  format: template,
  json,
}: {
  format?: string | undefined;
  json?: boolean | undefined;
}): void {
  if (template !== undefined && json) throw new Misuse('--json and --format are two ways to print: say one.');
  for (const [, name = ''] of template?.matchAll(/(?<!\{)\{(\w+)\}/g) ?? []) {
    if (Object.hasOwn(TEMPLATE_FIELDS, name)) continue;
    const near = nearest(name, Object.keys(TEMPLATE_FIELDS));
    throw new Misuse(
      `An article has no {${name}}.`,
      near ? `Did you mean {${near}}?` : `There are: ${Object.keys(TEMPLATE_FIELDS).join(', ')}.`,
    );
  }
}

function valueOf(name: string, row: ListedRow): string {
  return String((Object.hasOwn(TEMPLATE_FIELDS, name) ? TEMPLATE_FIELDS[name]?.(row) : undefined) ?? '');
}
