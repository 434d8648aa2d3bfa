import {toHtml} from 'hast-util-to-html';
import {toHast} from 'oast-to-hast';
import {parse} from 'orga';
import {frontMatterOf} from '../../front-matter/front-matter.ts';
import type {Links} from '../links.ts';
import type {Marked} from './marked-text.ts';
import {isLong, piecesOf} from './org-pieces.ts';
import {escaped} from './rst-elements.ts';
import {upToLast} from './up-to-last.ts';

/** Org by orga. Drawers, tasks' states and what is exported to other formats alone are not shown. */
export function readOrg(text: string, links: Links): Marked {
  const matter = frontMatterOf(text);
  const fields: Record<string, unknown> = {};
  const stated = matter.body.replaceAll(
    /^[ \t]*#\+([\w-]+)(?:\[\])?:[ \t]*([^\n]*)$/gmu,
    (line, name: string, value: string) => {
      const key = FIELDS[name.toLowerCase()];
      if (key === undefined) return line;
      if (value.trim() !== '')
        fields[key] ??=
          key === 'tags'
            ? tagsIn(value)
            : value
                .trim()
                .replace(/^[<[]([^>\]]*)[>\]]$/u, '$1')
                .replace(/(?<=\d{4}-\d\d-\d\d) \p{L}+\.?/u, '');
      return '';
    },
  );
  const source = upToLast(stated, /^[ \t]*#\+end_export[ \t]*$/gimu, part =>
    part.replaceAll(/^[ \t]*#\+begin_export\b[^]*?^[ \t]*#\+end_export[ \t]*$/gimu, ''),
  )
    .replaceAll(
      /\[\[(?:file:)?([^\][:\n]+?\.org)(?:::[^\][\n]*)?\](?:\[([^\][\n]*)\])?\]/gu,
      (whole, path: string, words?: string) => {
        const file = links.find(path);
        return file === undefined ? whole : `[[./${links.addressOf(file)}][${words ?? links.titleOf(file)}]]`;
      },
    )
    .replaceAll(/\[\[(?:id|roam):[^\][\n]+\]\[([^\][\n]*)\]\]/gu, '$1');
  const html = piecesOf(withExamples(source))
    .map(htmlOf)
    .join('\n')
    .replaceAll(/(href|src)="file:(?!\/)/gu, '$1="')
    .replaceAll(/<figcaption><\/figcaption>/gu, '')
    .replaceAll(/(<\/?h)([1-5])\b/gu, (_, tag: string, level: string) => tag + (Number(level) + 1));
  return {fields: {...fields, ...matter.fields}, html};
}

function htmlOf(piece: string): string {
  return isLong(piece) ? `<pre>${escaped(piece)}</pre>` : toHtml(toHast(parse(piece)));
}

/** `: fixed` lines as a block. */
function withExamples(text: string): string {
  return text.replaceAll(
    /(?:^[ \t]*:(?: [^\n]*)?\n)+/gmu,
    lines => `#+begin_example\n${lines.replaceAll(/^[ \t]*: ?/gmu, '')}#+end_example\n`,
  );
}

const FIELDS: Readonly<Record<string, string>> = {
  title: 'title',
  subtitle: 'subtitle',
  date: 'date',
  author: 'author',
  authors: 'author',
  email: 'email',
  description: 'description',
  keywords: 'tags',
  filetags: 'tags',
  tags: 'tags',
  hugo_tags: 'tags',
  category: 'category',
  categories: 'category',
  hugo_categories: 'category',
  hugo_draft: 'draft',
  draft: 'draft',
  language: 'language',
  slug: 'slug',
  lastmod: 'lastmod',
};

/** ":lamps:rope:", "lamps, rope" or "lamps rope". */
function tagsIn(value: string): readonly string[] {
  const parts = value.includes(':')
    ? value.split(':')
    : value.includes(',')
      ? value.split(',')
      : value.split(/\s+/u);
  return parts.map(part => part.trim()).filter(Boolean);
}
