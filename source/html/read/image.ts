import type {Image} from 'mdast';
import {printableLine} from '../../domain/text/printable.ts';
import type {Page, Scope} from '../scope.ts';
import {
  attribute,
  childElements,
  classesOf,
  elementsIn,
  findIn,
  isNamed,
  neighbourOf,
  styleOf,
} from '../tree.ts';
import type {Element} from '../tree.ts';
import {texOfImage} from './maths.ts';

/** A picture; a sign that is drawn as one (an emoji, a formula) becomes text again. */
export function readImage(element: Element, scope: Scope): void {
  const {flow, marks, page} = scope;
  const alt = printableLine(attribute(element, 'alt') ?? '');
  const tex = texOfImage(element, alt);
  if (tex !== undefined) return flow.add({kind: 'node', node: {type: 'inlineMath', value: tex}, marks});
  if (isSign(element, alt)) return flow.add({kind: 'text', value: alt, marks});
  if (isPixel(element)) return;
  const url = urlOf(element, page);
  if (url === undefined && (alt === '' || hasTwin(element))) return;
  if (url !== undefined && page.shown.has(url) && isNamed(neighbourOf(element, -1), 'noscript')) return;
  const title = printableLine(attribute(element, 'title') ?? '');
  const node: Image = {
    type: 'image',
    url: url ?? '',
    alt,
    title: title === '' || title === alt ? null : title,
  };
  flow.add({kind: 'node', node, marks});
}

/** A lazy picture's noscript element holds the picture itself; other ones say that scripts are needed. */
export function readNoscript(element: Element, scope: Scope): void {
  const hasContent = findIn(element, ({tagName}) =>
    /^(?:img|iframe|video|audio|pre|amp-img)$/u.test(tagName),
  );
  if (!hasContent) return;
  const lazy = picturesBefore(element).some(picture => urlOf(picture, scope.page) !== undefined);
  const images = [...elementsIn(element)].filter(({tagName}) => tagName === 'img');
  const urls = images.flatMap(image => urlOf(image, scope.page) ?? []);
  if (lazy && urls.length > 0) return;
  for (const url of urls) scope.page.shown.add(url);
  scope.page.readChildren(element, scope);
}

/** Lazy pictures that it may repeat: the one before it, or those of its figure, with a caption between. */
function picturesBefore(element: Element): readonly Element[] {
  const before = neighbourOf(element, -1);
  if (isNamed(before, 'img')) return [before];
  if (!isNamed(element.parentNode, 'figure')) return [];
  const siblings = childElements(element.parentNode);
  return siblings
    .slice(0, siblings.indexOf(element))
    .flatMap(sibling =>
      isNamed(sibling, 'img') ? sibling : (findIn(sibling, ({tagName}) => tagName === 'img') ?? []),
    );
}

/** A placeholder before a noscript element with the picture. */
function hasTwin(element: Element): boolean {
  const next = neighbourOf(element, 1);
  return isNamed(next, 'noscript') && findIn(next, ({tagName}) => tagName === 'img') !== undefined;
}

const LAZY = [
  'data-src',
  'data-lazy-src',
  'data-original',
  'data-orig-src',
  'data-actualsrc',
  'data-hi-res-src',
  'data-url',
  'data-canonical-src',
];
const LAZY_SETS = ['data-srcset', 'data-lazy-srcset', 'srcset'];
/** More than any picture has. */
const MOST_SOURCES = 30;

/** The address of a picture: lazy ones name it beside their `src`, which holds a placeholder. */
function urlOf(element: Element, {resolve}: Page): string | undefined {
  for (const name of LAZY) {
    const url = resolve(attribute(element, name));
    if (url !== undefined) return url;
  }
  const source = resolve(attribute(element, 'src'));
  if (source !== undefined && !isPlaceholder(source)) return source;
  const picture = isNamed(element.parentNode, 'picture')
    ? childElements(element.parentNode).slice(0, MOST_SOURCES)
    : [];
  for (const candidate of [element, ...picture])
    for (const name of LAZY_SETS) {
      const url = resolve(largestIn(attribute(candidate, name)));
      if (url !== undefined) return url;
    }
  return source;
}

function isPlaceholder(url: string): boolean {
  return /\/(?:blank|spacer|placeholder|transparent|pixel|lazy(?:load)?|1x1|loading)[^/]{0,20}\.(?:gif|png|svg|jpg)$/iu.test(
    url,
  );
}

/**
 * The widest of a `srcset`. Commas may stand in addresses too: one that ends a candidate has a space or a
 * size beside it.
 */
function largestIn(set: string | undefined): string | undefined {
  let best: {url: string; size: number} | undefined;
  for (const candidate of (set ?? '').slice(0, 20_000).split(/,\s+|(?<=\s[\d.]{1,8}[wxh]),/u)) {
    const [url, descriptor = '1x'] = candidate.trim().split(/\s+/u);
    const size = Number.parseFloat(descriptor);
    if (url && (!best || size > best.size)) best = {url, size};
  }
  return best?.url;
}

const TRACKERS =
  /^https?:\/\/(?:[^/]*\.)?(?:feeds\.feedburner\.com\/~r\/|feeds?\.wordpress\.com\/1\.0\/|pixel\.wp\.com|stats?\.wordpress\.com|[^/]*doubleclick\.net|[^/]*google-analytics\.com|feedsportal\.com|pi\.feedsportal|b\.scorecardresearch\.com|[^/]*pheedo\.com|blogger\.googleusercontent\.com\/tracker|[^/]*blogger\.com\/tracker|da\.feedsportal|medium\.com\/_\/stat|[^/]*\.rss\.app\/pixel)/iu;

/** Pictures that nobody is meant to see. */
function isPixel(element: Element): boolean {
  const sides = [attribute(element, 'width'), attribute(element, 'height')].map(side =>
    side === undefined ? undefined : Number.parseFloat(side),
  );
  if (
    sides.some(side => side !== undefined && side <= 1) &&
    sides.every(side => side === undefined || side <= 3)
  )
    return true;
  if (/(?:^|;)(?:width|height):[01](?:px)?(?:;|$)/u.test(styleOf(element))) return true;
  return TRACKERS.test(attribute(element, 'src') ?? '');
}

/** A flag, a keycap, or pictures that are joined; \p{RGI_Emoji} takes 25 ms or more to compile. */
const SIGN =
  /^(?:\p{RI}{2}|[\d#*]\ufe0f?\u20e3|(?:\u200d?\p{Extended_Pictographic}[\ufe0f\p{Emoji_Modifier}\u{e0020}-\u{e007f}]*)+)$/u;

/** An emoji or another sign, which its alternative text is. */
function isSign(element: Element, alt: string): boolean {
  if (alt === '' || alt.length > 24) return false;
  if (/ (?:emoji|wp-smiley|emojione|twemoji|smiley|g-emoji|emote|emoticon) /u.test(classesOf(element)))
    return true;
  return SIGN.test(alt);
}
