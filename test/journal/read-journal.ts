import {readFileSync, readdirSync} from 'node:fs';
import {join} from 'node:path';
import {marked} from 'marked';
import type {Token} from 'marked';
import {parse} from 'yaml';
import {plainText} from '../../source/domain/text/plain-text.ts';
import {count, wordsIn} from '../../source/domain/article/reading-time.ts';

export const JOURNAL = join(import.meta.dirname, '../../journal');

export type FrontMatter = Readonly<{
  title: string;
  description: string;
  date: string;
  author: string;
  category: string;
  tags: readonly string[];
  related: readonly string[];
}>;

export type JournalArticle = Readonly<{
  /** The file's name without date and extension: what `related` calls it. */
  slug: string;
  file: string;
  front: FrontMatter;
  markdown: string;
  words: number;
}>;

export type JournalAuthor = Readonly<{name: string; role: string; bio: string}>;

export const publication = parse(readFileSync(join(JOURNAL, 'publication.yml'), 'utf8')) as {
  title: string;
  tagline: string;
  language: string;
  authors: Record<string, JournalAuthor>;
  newsletter: Record<string, unknown>;
};

/** Every article, the about page included, newest first. */
export const articles: readonly JournalArticle[] = readdirSync(JOURNAL)
  .filter(file => file.endsWith('.md'))
  .map(readArticle)
  .sort((one, other) => other.front.date.localeCompare(one.front.date));

export const about = articles.find(({slug}) => slug === 'about');

export const essays = articles.filter(article => article !== about);

/** Each token of a text, those within others after them. */
export function tokensOf(markdown: string): readonly Token[] {
  const tokens: Token[] = [];
  void marked.walkTokens(marked.lexer(markdown), token => {
    tokens.push(token);
  });
  return tokens;
}

function readArticle(file: string): JournalArticle {
  const [, front = '', markdown = ''] =
    /^---\n(.*?)\n---\n(.*)$/s.exec(readFileSync(join(JOURNAL, file), 'utf8')) ?? [];
  return {
    slug: file.replace(/\.md$/, '').replace(/^\d{4}-\d{2}-\d{2}-/, ''),
    file,
    front: parse(front, {schema: 'failsafe'}) as FrontMatter,
    markdown,
    words: wordsIn(count(plainText({content: markdown, format: 'markdown'}))),
  };
}
