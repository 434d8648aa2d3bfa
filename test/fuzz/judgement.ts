import type {ArticleWithBody} from '../../source/domain/article/article.ts';
import {ProblemError} from '../../source/domain/problem.ts';

/** What no text of one line may hold once it is inside. */
const IN_A_LINE = /[\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u;
const IN_A_TEXT = /[\0-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]|\p{Cs}/u;

/** An address that may be asked, opened or linked. */
const ADDRESS = /^(?:https?|mailto):/;

/** A refusal that names itself is an answer; anything else that is thrown is a fault. */
export async function orProblem<T>(act: () => T | Promise<T>): Promise<T | undefined> {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    mustBeLine(error.problem.message, 'the message of a problem');
    return undefined;
  }
}

export function mustBeLine(text: string, what: string): void {
  if (IN_A_LINE.test(text)) throw new Error(`${what} holds controls: ${JSON.stringify(text.slice(0, 200))}`);
}

export function mustBeText(text: string, what: string): void {
  const found = IN_A_TEXT.exec(text);
  if (found)
    throw new Error(
      `${what} holds controls: ${JSON.stringify(text.slice(Math.max(0, found.index - 50), found.index + 50))}`,
    );
}

/** All strings of something that was read, each on one line. */
export function mustBeLines(value: unknown, what: string): void {
  if (typeof value === 'string') mustBeLine(value, what);
  else if (typeof value === 'object' && value !== null)
    for (const [name, part] of Object.entries(value)) mustBeLines(part, `${what}.${name}`);
}

/** An article as it goes to the library: its fields are lines, its addresses are of the web. */
export function mustBeArticle({article}: ArticleWithBody): void {
  mustBeLines(article, 'article');
  for (const url of [article.url, article.image, ...article.authors.map(author => author.url)])
    if (url !== undefined && !ADDRESS.test(url)) throw new Error(`an address of another kind: ${url}`);
  if (Number.isNaN(Date.parse(article.publishedAt ?? '2026-01-01T00:00:00Z')))
    throw new Error(`a date that is none: ${article.publishedAt}`);
  if (!Number.isFinite(article.words) || !Number.isFinite(article.minutes))
    throw new Error('a count that is none');
}
