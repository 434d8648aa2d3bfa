import {textOf, type Dom, type Element} from './dom.ts';

/** The part of a page that its author marked as the article. */
export type Landmark = Readonly<{element: Element; html: string; hasHeading: boolean; isContent: boolean}>;

/** By the names that WordPress, Ghost, Substack, microformats, schema.org and generators give to a text. */
const CONTENT =
  '[itemprop~="articleBody"], .entry-content, .post-content, .gh-content, .article-content, .post-body, .e-content, .article-body, .entry__content, .post__content, .article__body, .available-content, .wp-block-post-content, .td-post-content, .vp-doc, .theme-doc-markdown, .post-single .content';

/** Cards, talk, menus and forms around an article. */
const AROUND =
  /(?:^|[\s_-])(?:related|read-?more|readmore|recommend(?:ed|ations)?|more-posts|further|comments?(?:-area|-list|-section)?|commentlist|disqus|respond|sidebar|widgets?|menu|nav(?:bar|igation)?|breadcrumbs?|share|sharing|sharedaddy|social|pagination|pager|post-nav|author-(?:bio|box|card)|signup|sign-up|subscribe-form)(?=$|[\s_-])/iu;

/** The place of the article by the page's own marks; undefined where they name none, or several. */
export function landmarkIn(dom: Dom): Landmark | undefined {
  const contents = outermost([...dom.querySelectorAll(CONTENT)]);
  const articles = outermost([
    ...dom.querySelectorAll('article, .h-entry, .hentry, [itemtype$="BlogPosting"]'),
  ]);
  const headed = articles.filter(hasHeading);
  const article = articles.length === 1 ? articles[0] : headed.length === 1 ? headed[0] : undefined;
  const inside = article ? contents.filter(content => isWithin(content, article)) : contents;
  const content = inside.length === 1 ? inside[0] : undefined;
  const mains = outermost([...dom.querySelectorAll('main, [role="main"]')]);
  const main =
    mains.length === 1 && articles.length === 0 && mains[0] && hasHeading(mains[0]) ? mains[0] : undefined;
  const element = content ?? article ?? main;
  if (!element) return undefined;
  const html = cleaned(element);
  return {
    element,
    html,
    hasHeading: hasHeading(element) || hasHeading(element.closest('article, main') ?? element),
    isContent: element === content,
  };
}

/** Elements that are in none of the others, and not around the article. */
function outermost(elements: readonly Element[]): readonly Element[] {
  const all = new Set(elements.filter(element => !isAround(element)));
  return [...all].filter(element => {
    for (let outer = element.parentElement; outer; outer = outer.parentElement)
      if (all.has(outer)) return false;
    return true;
  });
}

function isWithin(element: Element, outer: Element): boolean {
  for (let one: Element | null = element; one; one = one.parentElement) if (one === outer) return true;
  return false;
}

function hasHeading(element: Element): boolean {
  return [...element.querySelectorAll('h1')].some(heading => textOf(heading) !== '' && !isAround(heading));
}

/** True if an element is, or lies in, something beside the article. */
export function isAround(element: Element): boolean {
  for (let one: Element | null = element; one; one = one.parentElement) {
    const name = one.tagName.toLowerCase();
    if (/^(?:html|body|main|article)$/u.test(name)) {
      if (name !== 'article' || one.parentElement === null) continue;
    } else if (name === 'aside' || name === 'nav' || name === 'footer') return true;
    else if (AROUND.test(namesOf(one))) return true;
  }
  return false;
}

function namesOf(element: Element): string {
  return `${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''}`;
}

/** The inside without what stands around a text within an article, too. */
function cleaned(element: Element): string {
  const copy = element.cloneNode(true);
  for (const inner of Array.from(
    copy.querySelectorAll('script, style, noscript, template, nav, form, button, dialog'),
  ))
    inner.remove();
  for (const inner of Array.from(copy.querySelectorAll('[class], [id]'))) {
    const name = inner.tagName.toLowerCase();
    if (!/^(?:h[1-6]|p|pre|code|figure|table|ul|ol)$/u.test(name) && AROUND.test(namesOf(inner)))
      inner.remove();
  }
  const header = copy.querySelector('header');
  if (header?.querySelector('h1') && textOf(copy).length > textOf(header).length) header.remove();
  return copy.innerHTML;
}
