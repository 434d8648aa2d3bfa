import type {Role} from '../../domain/theme/theme.ts';
import type {Flow} from '../text/flow.ts';
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
  const words = runs
    .filter(({look}) => !look.isOurs)
    .map(({from, to, look}): Words => ({
      text: text.slice(from, to),
      link: look.link,
      roles: look.roles.filter(role => ELEMENTS[role] !== undefined && !outer.includes(role)),
    }));
  return groups(words, ({link}) => link)
    .map(([link, group]) => (link ? linkHtml(link, nested(group)) : nested(group)))
    .join('');
}

type Words = Readonly<{text: string; link: Link | undefined; roles: readonly Role[]}>;

/** Words that share their outermost role share its element. */
function nested(words: readonly Words[]): string {
  return groups(words, ({roles}) => roles[0])
    .map(([role, group]) => {
      if (role === undefined) return group.map(({text}) => escaped(text).replaceAll('\n', '<br>\n')).join('');
      const inner = nested(group.map(one => ({...one, roles: one.roles.slice(1)})));
      return element(ELEMENTS[role] ?? 'span', inner);
    })
    .join('');
}

/** Neighbours with the same key together. */
function groups<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): [Key, Item[]][] {
  const result: [Key, Item[]][] = [];
  for (const item of items) {
    const last = result.at(-1);
    const key = keyOf(item);
    if (last && last[0] === key) last[1].push(item);
    else result.push([key, [item]]);
  }
  return result;
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
