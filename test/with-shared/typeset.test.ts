import {readFileSync, readdirSync} from 'node:fs';
import {join} from 'node:path';
import stringWidth from 'string-width';
import {describe, expect, test} from 'vitest';
import {themeNamed} from '../../source/domain/theme/themes.ts';
import {createHttp} from '../../source/http/http.ts';
import {createSources} from '../../source/sources/sources.ts';
import {linesOf, setBody} from '../helpers/set-page.ts';
import {isSameText, openStyles} from '../helpers/styles.ts';
import {missingWords, tokenWords} from '../helpers/token-words.ts';
import {DATA, isThere} from './data.ts';

/** A few measures for each document, or every one from 12 to 160 where there is time for it. */
const MEASURES =
  process.env['EVERY_MEASURE'] === undefined
    ? [12, 27, 40, 72, 131]
    : Array.from({length: 149}, (_, index) => index + 12);
const STYLED = {measure: 72, theme: themeNamed('dark'), colors: 3, hyperlinks: true} as const;
/** With none of these in it, a text says exactly what a plain reader of Markdown finds in it. */
const BEYOND_MARKDOWN = /[<|$^]|\{[%{#]|:::|==|^(?:---|\+\+\+|import |export )|\[!|^:/m;

function markdownIn(folder: string): {name: string; markdown: string}[] {
  return readdirSync(join(DATA, folder), {recursive: true, encoding: 'utf8'})
    .filter(file => /\.mdx?$/.test(file) && !file.includes('LICENSE'))
    .map(file => ({
      name: file,
      markdown: withoutFrontMatter(readFileSync(join(DATA, folder, file), 'utf8')),
    }));
}

function withoutFrontMatter(text: string): string {
  return text.replace(/^\uFEFF?(---|\+\+\+)\r?\n[\s\S]*?\n\1[ \t]*\r?\n/, '');
}

function faultsOf(markdown: string): string[] {
  const faults: string[] = [];
  for (const measure of MEASURES) {
    for (const line of linesOf(setBody(markdown, {measure})))
      if (stringWidth(line) > measure) faults.push(`${measure}: ${line}`);
  }
  const plain = linesOf(setBody(markdown, {measure: 72}));
  const styled = linesOf(setBody(markdown, STYLED));
  if (styled.some(line => openStyles(line).length > 0)) faults.push('a style is left open');
  if (!isSameText(styled, plain)) faults.push('styles change the text');
  if (plain.some(line => /\s$/.test(line))) faults.push('trailing blanks');
  if (!isSliceOfPage(markdown)) faults.push('a slice of the page is another page');
  if (!BEYOND_MARKDOWN.test(markdown))
    faults.push(...missingWords(tokenWords(markdown), plain.join('\n')).map(word => `missing: ${word}`));
  return faults;
}

/** Whatever place a slice begins at, on a page of which nothing else was laid out yet. */
function isSliceOfPage(markdown: string): boolean {
  const all = linesOf(setBody(markdown, {measure: 40}));
  const page = setBody(markdown, {measure: 40});
  for (let line = all.length - 1; line >= 0; line -= 29) {
    const slice = page.lines(page.move(page.start, line), 11);
    if (slice.join('\n') !== all.slice(line, line + 11).join('\n')) return false;
  }
  return true;
}

function faultsIn(documents: readonly {name: string; markdown: string}[]): Record<string, string[]> {
  const found = documents.map(({name, markdown}) => [name, faultsOf(markdown)] as const);
  return Object.fromEntries(found.filter(([, faults]) => faults.length > 0));
}

describe.skipIf(!isThere)('real texts fit, keep their words and close their styles', () => {
  test('the posts of real sites', () => {
    const documents = markdownIn('04-folders');
    expect(documents.length).toBeGreaterThan(1000);
    expect(faultsIn(documents)).toEqual({});
  });

  test('documents made to be difficult', () => {
    expect(faultsIn(markdownIn('05-markdown/tricky'))).toEqual({});
  });

  test('bodies of real feeds', async () => {
    const http = createHttp({isOffline: true});
    const sources = createSources({http});
    const documents: {name: string; markdown: string}[] = [];
    for (const file of readdirSync(join(DATA, '03-real-feeds/files'))) {
      const location = join(DATA, '03-real-feeds/files', file);
      const fetched = await sources
        .open({location, settings: {}, validators: {}}, new AbortController().signal)
        .catch(() => undefined);
      if (fetched?.kind !== 'loaded') continue;
      for (const {article, body} of fetched.articles.slice(0, 2))
        documents.push({name: `${file} ${article.position}`, markdown: await sources.toMarkdown(body)});
    }
    await http.close();
    expect(documents.length).toBeGreaterThan(200);
    expect(faultsIn(documents)).toEqual({});
  });
});
