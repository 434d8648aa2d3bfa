import type {Effect} from '../app/core/effect.ts';
import type {Typesetter} from '../ports/terminal.ts';
import type {Article} from '../domain/article/article.ts';
import type {ArticleRow} from '../domain/query/view.ts';
import {toProblem} from '../domain/problem.ts';
import type {Dispatch} from '../app/core/store.ts';
import {pause} from './pause.ts';
import {picturedIn} from './pictured-in.ts';
import {wholeText} from './whole-text.ts';
import type {EffectContext} from './context.ts';

type Load = Extract<Effect, {kind: 'load-article'}>;

const RELATED = 4;

/**
 * Sets an article on a page. When its Markdown is kept and the typesetter is loaded this happens at once, within the
 * key's own frame; else as soon as both are there. A teaser is shown as it is while its whole text is fetched.
 */
export async function loadArticle(
  context: EffectContext,
  effect: Load,
  dispatch: Dispatch,
  signal: AbortSignal,
): Promise<void> {
  const {library, typesetter} = context;
  const {id, isPreview} = effect;
  const row = library.article(id);
  if (!row) {
    const problem = {kind: 'missing', message: 'This article is no longer in the library.'} as const;
    dispatch({type: 'article-failed', id, problem, isPreview});
    return;
  }
  const kept = library.markdown(id);
  const setter = typesetter.ready();
  if (kept !== undefined && setter) {
    dispatchPage(context, setter, row, kept, effect, dispatch);
  } else {
    try {
      const [markdown, loaded] = await Promise.all([
        kept ?? convert(context, id),
        setter ?? typesetter.load(),
      ]);
      if (signal.aborted) return;
      dispatchPage(context, loaded, row, markdown, effect, dispatch);
    } catch (error) {
      if (!signal.aborted) dispatch({type: 'article-failed', id, problem: toProblem(error), isPreview});
      return;
    }
  }
  if (!isPreview && row.isPartial && context.completesTeasers && !context.isOffline)
    await completeTeaser(context, row, effect, dispatch, signal);
}

/** Sets the open article anew with the pictures that there are now. */
export function setAgain(
  context: EffectContext,
  {id, measure}: Extract<Effect, {kind: 'set-again'}>,
  dispatch: Dispatch,
): void {
  const setter = context.typesetter.ready();
  const row = context.library.article(id);
  const markdown = context.library.markdown(id);
  if (setter && row && markdown !== undefined)
    dispatchPage(context, setter, row, markdown, {id, measure, isPreview: false, isAgain: true}, dispatch);
}

/** Makes an article ready that is likely to be opened next. */
export async function prepareArticle(context: EffectContext, id: string, signal: AbortSignal): Promise<void> {
  const {library, typesetter} = context;
  await pause(typesetter.ready() ? PAUSE : FIRST_PAUSE);
  if (signal.aborted) return;
  const loading = Promise.all([typesetter.load(), library.markdown(id) ?? convert(context, id)]);
  const [setter, markdown] = await loading;
  await pause(PAUSE);
  const article = library.article(id);
  const publication = article && library.publication(article.publicationId);
  if (signal.aborted || !publication) return;
  // Setting its first lines here makes the code warm that sets them when it is opened.
  const sheet = {article, publication, markdown, related: library.related(id, RELATED)};
  setter.set(sheet, context.style(WARM.measure)).lines({block: 0, line: 0}, WARM.lines);
}

/** About a screen, of about the usual width. */
const WARM = {measure: 72, lines: 40} as const;

const SAMPLE = `## A heading, and what follows it

A paragraph of the width that you chose, with *emphasis*, **weight**, a [link](https://example.org) and \`code\`. It is long enough to show how lines are broken, and where.

> A quotation stands back a little.

\`\`\`js
const answer = 6 * 7; // a comment
\`\`\`
`;

/** A page that shows what the settings look like. */
export async function setSample(
  {typesetter, style}: EffectContext,
  measure: number,
  dispatch: Dispatch,
): Promise<void> {
  const setter = typesetter.ready() ?? (await typesetter.load());
  const publication = {id: 'sample', title: 'Sample', location: ''};
  const article: Article = {
    id: 'sample',
    publicationId: 'sample',
    position: 0,
    title: 'Sample',
    tags: [],
    authors: [],
    words: 60,
    minutes: 1,
    isPartial: false,
  };
  const sheet = {article, publication, markdown: SAMPLE, related: [], bodyOnly: true};
  dispatch({type: 'sample-set', page: setter.set(sheet, style(measure))});
}

function dispatchPage(
  context: EffectContext,
  typesetter: Typesetter,
  row: ArticleRow,
  markdown: string,
  {id, measure, isPreview, isAgain}: Pick<Load, 'id' | 'measure' | 'isPreview'> & {isAgain?: boolean},
  dispatch: Dispatch,
): void {
  const {library} = context;
  const publication = library.publication(row.publicationId);
  if (!publication) return;
  const related = library.related(id, RELATED);
  const pictured = picturedIn(context.pictures, id);
  const sheet = {article: row, publication, markdown, related, ...(pictured && {pictured})};
  const page = typesetter.set(sheet, context.style(measure));
  const position = row.readingPosition ?? {block: 0, offset: 0};
  dispatch({type: 'article-set', id, row, page, position, isPreview, ...(isAgain && {isAgain})});
}

/** It can be converted again, so nobody is kept from reading by a disk that does not take it. */
async function convert({library, sources, writes}: EffectContext, id: string): Promise<string> {
  const body = library.body(id);
  if (!body) return '';
  if (body.format === 'markdown' && body.content === '') return '';
  const markdown = await (await sources()).toMarkdown(body);
  writes.addQuietly(() => library.keepMarkdown(id, markdown), {kind: 'text', id, markdown});
  return markdown;
}

/** A teaser stays as it is when its page can't be had. */
async function completeTeaser(
  context: EffectContext,
  row: ArticleRow,
  effect: Load,
  dispatch: Dispatch,
  signal: AbortSignal,
): Promise<void> {
  try {
    const markdown = await wholeText(context, row, signal);
    if (markdown === undefined) return;
    const completed = context.library.article(row.id);
    if (completed)
      dispatchPage(context, await context.typesetter.load(), completed, markdown, effect, dispatch);
  } catch (error) {
    if (!signal.aborted)
      dispatch({type: 'notice', text: `Only the teaser: ${toProblem(error).message}`, tone: 'warning'});
  }
}

/** Silence of the keyboard, in milliseconds; loading what sets articles takes longer than a key may wait. */
const PAUSE = 60;
const FIRST_PAUSE = 250;
