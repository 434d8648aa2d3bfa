import {mkdtempSync, mkdirSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {isState, stateParts} from '../../../source/services/exchange/state-file.ts';
import {openLibrary} from '../../../source/library/file/open-library.ts';
import {readPreferences} from '../../../source/options/preferences-file.ts';
import {OptionError, resolveOptions} from '../../../source/options/options.ts';
import {articleFile, partsOf} from '../../../source/sources/folder/article/article-file.ts';
import {bodyToMarkdown} from '../../../source/sources/text/body-to-markdown.ts';
import {frontMatterOf} from '../../../source/sources/front-matter/front-matter.ts';
import {createSources} from '../../../source/sources/sources.ts';
import {themeFrom} from '../../../source/domain/theme/theme-from.ts';
import * as fc from 'fast-check';
import {
  DATA_WORDS,
  MARKDOWN_WORDS,
  POST,
  PREFERENCES,
  PUBLICATION_YML,
  STATE,
  TOML_POST,
} from '../documents.ts';
import {mustBeArticle, mustBeLine, mustBeLines, mustBeText, orProblem} from '../judgement.ts';
import {property} from '../property.ts';
import {damaged, textOf} from '../soup.ts';
import type {Soup} from '../soup.ts';

function readPost(soup: Soup): void {
  const text = textOf(soup);
  frontMatterOf(text);
  const path = 'posts/2026-11-12-one.mdx';
  const {article} = articleFile(path, partsOf(path, text), 0, {people: new Map(), now: 0});
  if (article.body) mustBeText(bodyToMarkdown(article.body), 'the Markdown');
}

async function within<T>(act: (folder: string) => T | Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'inkwell-fuzz-'));
  try {
    return await act(folder);
  } finally {
    rmSync(folder, {recursive: true, force: true, maxRetries: 3});
  }
}

/** A whole folder: its own words, its people, an article. */
async function readFolder([about, people, post]: readonly [Soup, Soup, Soup]): Promise<void> {
  await within(folder =>
    orProblem(async () => {
      mkdirSync(join(folder, '_data'));
      writeFileSync(join(folder, 'publication.yml'), textOf(about));
      writeFileSync(join(folder, '_data/authors.yml'), textOf(people));
      writeFileSync(join(folder, 'one.md'), textOf(post));
      const http = {
        request: () => Promise.reject(new Error('a folder asked the network')),
        close: () => Promise.resolve(),
      };
      const fetched = await createSources({http}).open(
        {location: folder, settings: {}, validators: {}},
        new AbortController().signal,
      );
      if (fetched.kind !== 'loaded') return;
      mustBeLine(fetched.publication.title, 'the title');
      mustBeLines(fetched.publication.newsletter ?? {}, 'the newsletter');
      for (const article of fetched.articles) mustBeArticle(article);
    }),
  );
}

async function* one(text: string): AsyncGenerator<string> {
  yield text;
}

async function readState(soup: Soup): Promise<void> {
  await orProblem(async () => {
    const text = textOf(soup);
    if (!isState(text)) return;
    const library = openLibrary(':memory:', {now: () => 0});
    try {
      for await (const part of stateParts(one(text))) library.importState(part);
      library.window({query: '', order: 'recent'}, 0, 20);
      for (const line of library.exportState()) JSON.stringify(line);
    } finally {
      library.close();
    }
  });
}

async function readOptions(soup: Soup): Promise<void> {
  await within(folder => {
    const file = join(folder, 'config.json');
    writeFileSync(file, textOf(soup));
    const {values, faults} = readPreferences(file);
    for (const fault of faults) if (fault.length > 100_000) throw new Error('a fault that fills the screen');
    try {
      resolveOptions(new Map(), {}, values);
    } catch (error) {
      if (!(error instanceof OptionError)) throw error;
    }
  });
}

async function readTheme(value: unknown): Promise<void> {
  await orProblem(() => void themeFrom(value));
}

const YAML = damaged([PUBLICATION_YML], DATA_WORDS);

export const FILES = [
  property(
    'front matter and articles',
    damaged([POST, TOML_POST], [...MARKDOWN_WORDS, ...DATA_WORDS]),
    readPost,
  ),
  property('folders', fc.tuple(YAML, YAML, damaged([POST, TOML_POST], DATA_WORDS)), readFolder),
  property('an exported state', damaged([STATE], DATA_WORDS), readState),
  property('preferences', damaged([PREFERENCES], DATA_WORDS), readOptions),
  property(
    'themes',
    fc.oneof(
      fc.jsonValue(),
      fc.record({
        extends: fc.jsonValue(),
        styles: fc.dictionary(fc.constantFrom('link', 'title', '__proto__', 'code'), fc.jsonValue()),
      }),
    ),
    readTheme,
  ),
];
