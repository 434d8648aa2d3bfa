import type {Role} from '../../domain/theme.ts';
import type {Flow, Run} from '../text/flow.ts';
import type {Link} from '../text/look.ts';
import {element, escaped} from './escape.ts';

/** Elements for the roles that text may have within a paragraph. */
const ELEMENTS: Readonly<Partial<Record<Role, string>>> = {
  strong: 'strong',
  emphasis: 'em',
  deleted: 'del',
  inserted: 'ins',
  code: 'code',
  key: 'kbd',
  mark: 'mark',
};

/** A flow as HTML: what we added for the terminal is left out, links lead where they lead. */
export function inlineHtml({text, runs}: Flow, outer: readonly Role[] = []): string {
  let html = '';
  for (let index = 0; index < runs.length;) {
    const link = runs[index]?.look.link;
    let end = index + 1;
    while (link && end < runs.length && runs[end]?.look.link === link) end++;
    const words = runs
      .slice(index, end)
      .map(run => styled(text, run, outer))
      .join('');
    html += link ? linkHtml(link, words) : words;
    index = end;
  }
  return html;
}

function styled(text: string, {from, to, look}: Run, outer: readonly Role[]): string {
  if (look.isOurs) return '';
  const words = escaped(text.slice(from, to)).replaceAll('\n', '<br>\n');
  return look.roles
    .filter(role => !outer.includes(role))
    .toReversed()
    .reduce((inner, role) => {
      const name = ELEMENTS[role];
      return name ? element(name, inner) : inner;
    }, words);
}

function linkHtml({target}: Link, words: string): string {
  switch (target.kind) {
    case 'url': {
      return element('a', words, {href: target.url});
    }
    case 'anchor': {
      return element('a', words, {href: `#${target.slug}`});
    }
    case 'note': {
      return element(
        'sup',
        element('a', String(target.number), {
          href: `#note-${target.number}`,
          id: `reference-${target.number}`,
        }),
      );
    }
    default: {
      return words;
    }
  }
}
