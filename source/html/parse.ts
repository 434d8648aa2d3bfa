import {defaultTreeAdapter, parseFragment} from 'parse5';
import type {DefaultTreeAdapterMap, DefaultTreeAdapterTypes as Tree, TreeAdapter} from 'parse5';

/** Longer pages are not parsed. */
const LONGEST = 8_000_000;
/** Elements inside one another; browsers stop at 512. */
const DEEPEST = 2_000;

/**
 * The tree of a page or of a piece of one, of `mostTags` tags at most. Undefined where building it would take
 * more time or memory than its text is worth: the rules for unclosed formatting let 300 kB of tags ask for
 * gigabytes of elements.
 */
export function parseHtml(html: string, mostTags = Infinity): Tree.DocumentFragment | undefined {
  if (html.length > LONGEST || (mostTags < html.length && tagsIn(html) > mostTags)) return undefined;
  const written = withClosedTags(html);
  try {
    return parseFragment(written, {
      treeAdapter: boundedAdapter(1_000 + 4 * tagsIn(written)),
      scriptingEnabled: false,
    });
  } catch (error) {
    if (error instanceof TooComplex || error instanceof RangeError) return undefined;
    throw error;
  }
}

class TooComplex extends Error {}

function boundedAdapter(most: number): TreeAdapter<DefaultTreeAdapterMap> {
  let elements = 0;
  let depth = 0;
  return {
    ...defaultTreeAdapter,
    createElement(name, namespace, attributes) {
      if (++elements > most) throw new TooComplex();
      return defaultTreeAdapter.createElement(name, namespace, attributes);
    },
    onItemPush() {
      if (++depth > DEEPEST) throw new TooComplex();
    },
    onItemPop() {
      depth--;
    },
  };
}

function tagsIn(html: string): number {
  let count = 0;
  for (let index = html.indexOf('<'); index !== -1; index = html.indexOf('<', index + 1)) count++;
  return count;
}

/**
 * Elements that HTML reads as open although XHTML closed them; left open they would swallow or mark all that
 * follows.
 */
const SELF_CLOSED =
  /<(a|abbr|audio|b|canvas|cite|code|del|em|i|iframe|ins|kbd|mark|noembed|noframes|object|s|script|small|span|strike|strong|style|sub|sup|textarea|title|u|video|xmp)((?:\s(?:[^<>"']|"[^"<]*"|'[^'<]*')*)?)(?<=["'\s]|<[a-z]+)\/>(?!\s*<\/\1\s*>)/giu;

function withClosedTags(html: string): string {
  return html.includes('/>') ? html.replaceAll(SELF_CLOSED, '<$1$2></$1>') : html;
}
