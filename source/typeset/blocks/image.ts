import type {Token, Tokens} from 'marked';
import {fileNameOf} from '../markdown/addresses.ts';
import {unmarked} from '../markdown/marks.ts';
import {decodeText, spoken} from '../markdown/spoken.ts';
import {joined} from '../text/flow.ts';
import type {Link, Look} from '../text/look.ts';
import {look, ours} from '../text/look.ts';
import {superscript} from '../text/small-letters.ts';
import type {Block, Picture} from './block.ts';
import type {Composer} from './composer.ts';

/** A paragraph that is nothing but one picture, linked or not. */
export function imageFrom(
  tokens: readonly Token[] | undefined,
  composer: Composer,
): readonly Block[] | undefined {
  const real = tokens?.filter(({type, raw}) => !(type === 'br' || (type === 'text' && raw.trim() === '')));
  const [only, another] = real ?? [];
  if (!only || another) return undefined;
  if (only.type === 'image') return [pictureBlock(pictureOf(only as Tokens.Image, composer), composer)];
  const inner = only.type === 'link' ? only.tokens : undefined;
  if (inner?.length !== 1 || inner[0]?.type !== 'image') return undefined;
  return [
    pictureBlock(
      {...pictureOf(inner[0] as Tokens.Image, composer), leadsTo: decodeText((only as Tokens.Link).href)},
      composer,
    ),
  ];
}

function pictureOf({href, tokens, title}: Tokens.Image, composer: Composer): Picture {
  const {context} = composer;
  return {
    href: decodeText(href),
    alternative: unmarked(composer.read(tokens)),
    ...(title && {caption: spoken(title, context)}),
  };
}

/** What stands for a picture: what it shows, its caption, its size, and the number by which it opens. */
export function pictureBlock(picture: Picture, composer: Composer): Block {
  const {href, alternative, caption, size, leadsTo} = picture;
  const {context} = composer;
  const link = context.link(leadsTo ?? '') ?? context.link(href);
  const words = oneLine(alternative) || fileNameOf(href) || 'without description';
  const parts: [string, Look][] = [[words, withLink(look(), link)]];
  if (link?.number !== undefined) {
    parts.push([
      context.isAscii ? `[${link.number}]` : (superscript(String(link.number)) ?? ''),
      ours('quiet'),
    ]);
  }
  const below = oneLine(caption ?? '');
  if (below !== '' && below !== words) parts.push(['\n', look()], [below, look('emphasis')]);
  if (size !== undefined) parts.push(['\n', ours()], [size, ours('quiet')]);
  if (link) composer.link(link, words);
  return {kind: 'image', flow: composer.keep(joined(parts)), picture};
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}

function withLink(plain: Look, link: Link | undefined): Look {
  return link ? {...plain, link} : plain;
}
