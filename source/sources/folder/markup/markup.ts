import {ProblemError} from '../../../domain/problem.ts';
import {htmlToMarkdown} from '../../../html/html-to-markdown.ts';
import type {Links} from '../links.ts';
import type {Marked} from './marked-text.ts';
import type {Parts} from '../article/article-file.ts';
import {isTangled} from './reach.ts';

/**
 * Reads a text of a markup language other than Markdown; its library is loaded when the first such text
 * comes.
 */
export async function readMarkup(
  language: 'rst' | 'asciidoc' | 'org',
  text: string,
  links: Links,
): Promise<Parts> {
  const source = text.replace(/^\ufeff/u, '').replaceAll(/\r\n?/gu, '\n');
  if (source.length > LONGEST)
    throw new ProblemError({
      kind: 'too-large',
      message: `a text of more than ${LONGEST} characters is not read in ${TITLES[language]}.`,
    });
  const asItIs: Parts = {fields: {}, body: {format: 'text', content: source}};
  if (isTangled(language, source)) return asItIs;
  try {
    const {fields, html} = await READERS[language](source, links);
    return {fields, body: {format: 'markdown', content: markdownOf(html)}};
  } catch (error) {
    // It is nested too deep for the stack.
    if (error instanceof RangeError) return asItIs;
    const reason = error instanceof Error ? error.message.split('\n', 1)[0] : String(error);
    throw new ProblemError(
      {kind: 'malformed', message: `its ${TITLES[language]} can’t be read: ${reason}.`},
      {cause: error},
    );
  }
}

const READERS: Readonly<Record<keyof typeof TITLES, (text: string, links: Links) => Promise<Marked>>> = {
  rst: async (text, links) => (await import('./rst.ts')).readRst(text, links),
  asciidoc: async (text, links) => (await import('./asciidoc.ts')).readAsciidoc(text, links),
  org: async (text, links) => (await import('./org.ts')).readOrg(text, links),
};

/** Addresses within the folder stay relative; conversion leaves out those without a host. */
function markdownOf(html: string): string {
  const placed = html.replaceAll(
    /(?<=\s(?:href|src)=")(?![a-z][a-z\d+.-]*:|[#/])([^"]+)/giu,
    address => HOST + address.replaceAll('../', UP),
  );
  return htmlToMarkdown(placed).replaceAll(HOST, '').replaceAll(UP, '../');
}

const HOST = 'https://folder.invalid/';
const UP = '_up_/';

/** More than any book's chapter; the libraries take their time by the length. */
const LONGEST = 2_000_000;
const TITLES = {rst: 'reStructuredText', asciidoc: 'AsciiDoc', org: 'Org'} as const;
