import {load} from '@asciidoctor/core';
import {frontMatterOf} from '../../front-matter/front-matter.ts';
import type {Links} from '../links.ts';
import type {Marked} from './marked-text.ts';
import {upToLast} from './up-to-last.ts';

/** AsciiDoc by Asciidoctor, which includes no file and runs nothing at its safest level. */
export async function readAsciidoc(text: string, links: Links): Promise<Marked> {
  const {fields: own, body: source} = frontMatterOf(text);
  const document = await load(source, {
    safe: 'secure',
    attributes: {
      showtitle: false,
      experimental: '',
      icons: null,
      sectanchors: null,
      'attribute-missing': 'skip',
    },
  });
  const attributes = document.getAttributes() as Readonly<Record<string, unknown>>;
  const stated = (name: string) => {
    const value = attributes[name];
    return typeof value === 'string' && value !== '' ? {[name.replace(/^(?:page|jbake)-/u, '')]: value} : {};
  };
  const authors = document.getAuthors().flatMap(author => author.getName() ?? []);
  const title = document.getDocumentTitle();
  const fields = {
    ...(typeof title === 'string' && {title: title.replaceAll(/<[^>]*>/gu, '')}),
    ...(authors.length > 0 && {author: authors}),
    ...stated('revdate'),
    ...(typeof attributes['revdate'] === 'string' && {date: attributes['revdate']}),
    ...Object.assign({}, ...NAMES.map(stated)),
    ...own,
  };
  const html = await document.convert();
  return {fields, html: tidied(html, links)};
}

const NAMES = [
  'description',
  'keywords',
  'date',
  'tags',
  'category',
  'categories',
  'slug',
  'summary',
  'updated',
  'image',
  'draft',
  'page-title',
  'page-date',
  'page-tags',
  'page-category',
  'page-categories',
  'page-description',
  'page-draft',
  'jbake-date',
  'jbake-tags',
  'jbake-status',
];

/** Remarks as quotations that name their kind, callouts behind their lines, links between files. */
function tidied(html: string, links: Links): string {
  const admonished = upToLast(html, /<\/td>\s*<\/tr>\s*<\/table>\s*<\/div>/gu, part =>
    part.replaceAll(
      /<div class="admonitionblock (\w+)"[^>]*>\s*<table>\s*<tr>\s*<td class="icon">(?:(?!<td)[^])*?<\/td>\s*<td class="content">([^]*?)<\/td>\s*<\/tr>\s*<\/table>\s*<\/div>/gu,
      (_, kind: string, content: string) =>
        `<div class="admonition ${kind}"><p class="admonition-title">${kind[0]?.toUpperCase()}${kind.slice(1)}</p>${content}</div>`,
    ),
  );
  return upToLast(admonished, /<\/div>/gu, part =>
    part.replaceAll(/<div class="title">([^]*?)<\/div>/gu, '<p><strong>$1</strong></p>'),
  )
    .replaceAll(/<a href="[^"]*" class="bare include">[^<]*<\/a>/gu, '[…]')
    .replaceAll(/<b class="conum">(\(\d+\))<\/b>/gu, '$1')
    .replaceAll(/<a href="([^":#]+)\.html(#[^"]*)?"/gu, (whole, path: string, fragment = '') => {
      const file = links.find(path);
      return file === undefined ? whole : `<a href="${links.addressOf(file)}${fragment}"`;
    });
}
