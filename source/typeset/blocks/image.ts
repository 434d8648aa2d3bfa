import type {Token, Tokens} from 'marked';
import {fileNameOf} from '../markdown/addresses.ts';
import {tagFrom} from '../markdown/html-tags.ts';
import type {Tag} from '../markdown/html-tags.ts';
import {unmarked} from '../markdown/marks.ts';
import {decodeText, plainWords} from '../markdown/plain-words.ts';
import {joined} from '../text/flow.ts';
import type {Link, Look} from '../text/look.ts';
import {look, ours} from '../text/look.ts';
import {superscript} from '../text/small-letters.ts';
import type {Block, Picture} from './block.ts';
import type {Composer} from './composer.ts';
import {flowOf} from './flows.ts';

/** The picture that inline text is, if it is nothing else; linked or not. */
export function pictureIn(tokens: readonly Token[], composer: Composer): Picture | undefined {
  const real = tokens.filter(({type, raw}) => type !== 'text' || raw.trim() !== '');
  const [only, another] = real;
  if (only?.type === 'html') return pictureInHtml(real);
  if (!only || another) return undefined;
  if (only.type === 'image') return pictureOf(only as Tokens.Image, composer);
  const inner = only.type === 'link' ? only.tokens : undefined;
  if (inner?.length !== 1 || inner[0]?.type !== 'image') return undefined;
  const {href} = only as Tokens.Link;
  return {...pictureOf(inner[0] as Tokens.Image, composer), leadsTo: decodeText(href)};
}

/** `<img>`, in `<picture>` or in `<a>`. */
function pictureInHtml(tokens: readonly Token[]): Picture | undefined {
  const tags = tokens.map(token => (token.type === 'html' ? tagFrom(token.raw) : undefined));
  if (!tags.every(tag => tag && /^(?:img|picture|source|a)$/.test(tag.name))) return undefined;
  const [image, another] = tags.filter(tag => tag?.name === 'img');
  const leadsTo = tags.find(tag => tag?.name === 'a')?.attributes['href'];
  return image && !another ? pictureFrom(image.attributes, leadsTo) : undefined;
}

/** A picture; none for the ones that only count readers. */
function pictureFrom(
  {src, alt = '', title, width, height, ...others}: Tag['attributes'],
  leadsTo: string | undefined,
): Picture | undefined {
  const href = src ?? others['data-src'] ?? '';
  if (href === '' || width === '1' || height === '1') return undefined;
  return {
    href,
    alternative: alt,
    ...(title !== undefined && {caption: title}),
    ...(leadsTo !== undefined && {leadsTo}),
  };
}

function pictureOf({href, tokens, title}: Tokens.Image, composer: Composer): Picture {
  const {context} = composer;
  return {
    href: decodeText(href),
    alternative: unmarked(composer.read(tokens)),
    ...(title && {caption: plainWords(title, context)}),
  };
}

/**
 * The text in place of a picture: what it shows, its caption, and the number by which it opens. `below` is a
 * caption with styles and links.
 */
export function pictureBlock(picture: Picture, composer: Composer, below: readonly Token[] = []): Block {
  const {href, alternative, caption, leadsTo} = picture;
  const {context} = composer;
  const link = context.link(leadsTo ?? '') ?? context.link(href);
  const words = oneLine(alternative) || fileNameOf(href) || 'without description';
  const parts: [string, Look][] = [[words, withLink(look(), link)]];
  if (link?.number !== undefined && context.isSpoken) parts.unshift([`link ${link.number}, `, ours()]);
  else if (link?.number !== undefined) {
    parts.push([
      context.isAscii ? `[${link.number}]` : (superscript(String(link.number)) ?? ''),
      ours('quiet'),
    ]);
  }
  const title = oneLine(caption ?? '');
  if (title !== '' && title !== words) parts.push(['\n', look()], [title, look('emphasis')]);
  if (link) composer.link(link, words);
  const flow = composer.keep(joined(parts));
  const own = unmarked(composer.read(below));
  if (own === '' || oneLine(own) === words) return {kind: 'image', flow, picture};
  const whole = flowOf([
    {kind: 'paragraph', flow},
    {kind: 'paragraph', flow: composer.inline(below, 'emphasis')},
  ]);
  return {kind: 'image', flow: whole, picture: {...picture, caption: oneLine(own)}};
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}

function withLink(plain: Look, link: Link | undefined): Look {
  return link ? {...plain, link} : plain;
}
