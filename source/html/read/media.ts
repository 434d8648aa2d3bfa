import type {Link} from 'mdast';
import {printableLine} from '../../domain/text/printable.ts';
import type {Scope} from '../scope.ts';
import {attribute, elementsIn, findIn, isNamed, styleOf, textOf} from '../tree.ts';
import type {Element} from '../tree.ts';

/** Media that a terminal can't play become a link with their title, on a line of its own. */
export function readFrame(element: Element, scope: Scope): void {
  const written = ['src', 'data-src', 'data-lazy-src', 'data-url', 'data']
    .map(name => scope.page.resolve(attribute(element, name)))
    .find(Boolean);
  if (written === undefined || isTiny(element)) return;
  addLink(watchPage(written), labelOf(element, written), scope);
}

/** `<lite-youtube videoid=…>` and its relatives. */
export function readVideoById(element: Element, scope: Scope): void {
  const id =
    attribute(element, 'videoid') ?? attribute(element, 'data-videoid') ?? attribute(element, 'video-id');
  if (id === undefined || !/^[\w-]{1,40}$/u.test(id)) return scope.page.readChildren(element, scope);
  const url = element.tagName.includes('vimeo')
    ? `https://vimeo.com/${id}`
    : `https://www.youtube.com/watch?v=${id}`;
  addLink(url, labelOf(element, url), scope);
}

export function readPlayer(element: Element, scope: Scope): void {
  const source = [element, ...elementsIn(element)]
    .filter(inner => isNamed(inner, element.tagName, 'source'))
    .map(inner => scope.page.resolve(attribute(inner, 'src') ?? attribute(inner, 'data-src')))
    .find(Boolean);
  if (source !== undefined) addLink(source, labelOf(element, source), scope);
  const hasText = textOf(element).trim() !== '' && source === undefined;
  if (hasText) scope.page.readChildren(element, scope);
}

/** Plug-ins: the film that they name, else what they would show instead. */
export function readObject(element: Element, scope: Scope): void {
  const parameter = findIn(
    element,
    inner => isNamed(inner, 'param') && /^(?:movie|src)$/iu.test(attribute(inner, 'name') ?? ''),
  );
  const embed = findIn(element, inner => isNamed(inner, 'embed', 'iframe'));
  const written =
    attribute(element, 'data') ??
    (parameter && attribute(parameter, 'value')) ??
    (embed && attribute(embed, 'src'));
  const url = scope.page.resolve(written);
  const hasContent =
    textOf(element).trim() !== '' || findIn(element, ({tagName}) => tagName === 'img') !== undefined;
  if (url !== undefined && !hasContent) addLink(watchPage(url), labelOf(element, url), scope);
  else scope.page.readChildren(element, scope);
}

/** Scripts that write a snippet into the page: the snippet's own page. */
export function readGist(element: Element, scope: Scope): boolean {
  const url = scope.page.resolve(attribute(element, 'src'));
  const gist = /^https:\/\/gist\.github\.com\/([\w-]+\/[\da-f]+)\.js/u.exec(url ?? '');
  if (gist) addLink(`https://gist.github.com/${gist[1]}`, `Gist: ${gist[1]}`, scope);
  return gist !== null;
}

function addLink(url: string, label: string, {flow}: Scope): void {
  const link: Link = {type: 'link', url, title: null, children: [{type: 'text', value: label}]};
  flow.end();
  flow.add({kind: 'node', node: link, marks: []});
  flow.end();
}

function isTiny(element: Element): boolean {
  const sides = [attribute(element, 'width'), attribute(element, 'height')].map(side =>
    Number.parseFloat(side ?? '100'),
  );
  return (
    sides.some(side => side <= 1) ||
    /(?:^|;)(?:width|height):[01](?:px)?(?:;|$)/u.test(styleOf(element)) ||
    /googletagmanager\.com|facebook\.com\/plugins\/(?:like|share)|platform\.twitter\.com\/widgets\/(?:follow|tweet)_button|doubleclick\.net/u.test(
      attribute(element, 'src') ?? '',
    )
  );
}

/** The page where a player's film can be seen. */
function watchPage(url: string): string {
  const video =
    /^https?:\/\/(?:www\.)?(?:youtube(?:-nocookie)?\.com\/(?:embed|v)\/|youtu\.be\/)([\w-]{6,20})(?![\w-])/u.exec(
      url,
    )?.[1];
  if (video !== undefined && video !== 'videoseries') return `https://www.youtube.com/watch?v=${video}`;
  const vimeo = /^https?:\/\/player\.vimeo\.com\/video\/(\d+)/u.exec(url)?.[1];
  return vimeo === undefined ? url : `https://vimeo.com/${vimeo}`;
}

const SERVICES: readonly (readonly [RegExp, string])[] = [
  [/(?:^|\.)(?:youtube(?:-nocookie)?\.com|youtu\.be)$/u, 'Video on YouTube'],
  [/(?:^|\.)vimeo\.com$/u, 'Video on Vimeo'],
  [/(?:^|\.)(?:soundcloud\.com)$/u, 'Audio on SoundCloud'],
  [/(?:^|\.)spotify\.com$/u, 'Audio on Spotify'],
  [/(?:^|\.)(?:twitter|x)\.com$/u, 'Post on X'],
  [/(?:^|\.)codepen\.io$/u, 'Pen on CodePen'],
];

function labelOf(element: Element, url: string): string {
  const title = ['title', 'aria-label', 'playlabel', 'data-title']
    .map(name => printableLine(attribute(element, name) ?? ''))
    .find(text => text !== '' && !/^(?:youtube video player|embedded content|iframe)$/iu.test(text));
  const kind = element.tagName === 'audio' ? 'Audio' : element.tagName === 'video' ? 'Video' : undefined;
  if (title) return kind ? `${kind}: ${title}` : title;
  const {hostname = '', pathname = url} = URL.parse(url) ?? {};
  const service = SERVICES.find(([host]) => host.test(hostname))?.[1];
  const file = pathname.split('/').findLast(Boolean) ?? hostname;
  return service ?? (kind ? `${kind}: ${printableLine(file)}` : hostname || file);
}
