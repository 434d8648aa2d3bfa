import {pictureOf} from './embeds.ts';
import type {Writing} from './context.ts';

const LINK = /(!?)(?<![\p{L}\p{N}\])])\[\[([^[\]\n|]{1,300})(?:\|([^[\]\n]{1,300}))?\]\]/gu;
const PICTURE = /\.(?:png|jpe?g|gif|svg|webp|avif|bmp)$/iu;

/** Links by name, as Obsidian, Logseq and Foam write them, and what those leave in a text for themselves. */
export function withoutWiki(text: string, {dialect, links}: Writing): string {
  if (dialect.wiki === 'never') return text;
  const linked = text.includes('[[')
    ? text.replaceAll(LINK, (whole, sign: string, name: string, words: string | undefined) => {
        if (/^_?toc_?$/iu.test(name)) return whole;
        if (sign === '!' && PICTURE.test(name.trim()))
          return pictureOf(name.trim(), words === undefined || /^\d+(?:x\d+)?$/u.test(words) ? '' : words);
        const path = links.find(name);
        if (path === undefined && (dialect.wiki === 'if-there' || !/\p{L}/u.test(name))) return whole;
        const shown = (words ?? name.replace(/^#+\^?/u, '').replaceAll(/#\^?/gu, ' › ')).trim();
        return path === undefined ? shown : `[${shown}](${links.addressOf(path)})`;
      })
    : text;
  if (dialect.wiki !== 'always') return linked;
  return withoutRemarks(dialect.outline ? withoutOutline(linked) : linked);
}

/** `%%what only the writer sees%%`, and `^names` of paragraphs. */
function withoutRemarks(text: string): string {
  return text
    .replaceAll(/[ \t]?%%(?!%)(?:(?!%%|\n[ \t]*\n[ \t]*\n)[^]){1,5000}%%/gu, '')
    .replaceAll(/(?<![\w=])==(?=\S)([^=\n]{1,500}?)(?<=\S)==(?![\w=])/gu, '**$1**')
    .replaceAll(/(?<=\S)[ \t]+\^[A-Za-z\d-]{1,60}[ \t]*$/gmu, '')
    .replaceAll(/^\^[A-Za-z\d-]{1,60}[ \t]*$/gmu, '');
}

/** Logseq: properties of blocks, times, references by number, and tasks. */
function withoutOutline(text: string): string {
  return text
    .replaceAll(
      /^[ \t]*(?:[-*][ \t]+)?(?:id|collapsed|public|alias|tags|title|type|icon|filters|heading|template|background-color|logseq\.[\w.-]+|ls-type|hl-[\w-]+)::[^\n]*\n?/gimu,
      '',
    )
    .replaceAll(/^[ \t]*:LOGBOOK:[^]*?:END:[ \t]*\n?/gmu, '')
    .replaceAll(/#(?=\[)/gu, '')
    .replaceAll(/\{\{(?:video|youtube|tweet|twitter)\s+([^{}\s]{1,300})\}\}/gu, '<$1>')
    .replaceAll(/\{\{(?:query|renderer|namespace|cards)\b[^{}]{0,500}\}\}/gu, '')
    .replaceAll(/\{\{embed\s+([^{}]{1,300})\}\}/gu, '$1')
    .replaceAll(/[ \t]?\(\([\da-f-]{36}\)\)/gu, ' […]')
    .replaceAll(/^([ \t]*[-*][ \t]+)(?:TODO|LATER|NOW|DOING|WAITING)[ \t]+/gmu, '$1[ ] ')
    .replaceAll(/^([ \t]*[-*][ \t]+)DONE[ \t]+/gmu, '$1[x] ');
}
