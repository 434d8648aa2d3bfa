import type {Effect} from '../app/core/effect.ts';
import type {Typesetter} from '../ports/terminal.ts';
import type {Article} from '../domain/article/article.ts';
import type {ArticleRow} from '../domain/query/view.ts';
import {toProblem} from '../domain/problem.ts';
import type {Dispatch} from '../app/core/store.ts';
import {completeTeaser, isCompletable, markdownOf, onlyTeaser, storedText} from '../services/article-text.ts';
import {GONE} from '../services/mark.ts';
import {RELATED} from '../services/search.ts';
import {pause} from './timing.ts';
import {servicesOf, type EffectContext, type Picturing} from './context.ts';
import type {Sheet} from '../domain/page/page.ts';

type Load = Extract<Effect, {kind: 'load-article'}>;

/**
 * Typesets an article. When its Markdown is stored and the typesetter is loaded this happens within the key's
 * own frame, else as soon as both are there. A teaser is shown while its whole text is fetched.
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
    const problem = {kind: 'missing', message: GONE} as const;
    dispatch({type: 'article-failed', id, problem, isPreview});
    return;
  }
  const stored = library.markdown(id);
  const setter = typesetter.ready();
  const isCompleting = !isPreview && isCompletable(row, context);
  if (stored !== undefined && setter) {
    dispatchPage(context, setter, row, stored, {...effect, isCompleting}, dispatch);
  } else {
    try {
      const [markdown, loaded] = await Promise.all([
        stored ?? convert(context, id),
        setter ?? typesetter.load(),
      ]);
      if (signal.aborted) return;
      dispatchPage(context, loaded, row, markdown, {...effect, isCompleting}, dispatch);
    } catch (error) {
      if (!signal.aborted) dispatch({type: 'article-failed', id, problem: toProblem(error), isPreview});
      return;
    }
  }
  if (isCompleting) await complete(context, row, effect, dispatch, signal);
}

/** Typesets the open article again with the pictures that have arrived. */
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

/** Prepares the article that is likely to be opened next. */
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
  // Setting the first lines compiles the code that sets them when it is opened.
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

/** Typesets a sample page for the settings. */
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

type Showing = Pick<Load, 'id' | 'measure' | 'isPreview'> & {isAgain?: boolean; isCompleting?: boolean};

async function convert(context: EffectContext, id: string): Promise<string> {
  const text = storedText(context.library, id);
  return text ? await markdownOf(text, context) : '';
}

function dispatchPage(
  context: EffectContext,
  typesetter: Typesetter,
  row: ArticleRow,
  markdown: string,
  {id, measure, isPreview, isAgain, isCompleting}: Showing,
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
  dispatch({
    type: 'article-set',
    id,
    row,
    page,
    position,
    isPreview,
    ...(isAgain && {isAgain}),
    ...(isCompleting && {isCompleting}),
  });
}

/** Completes a teaser; when its page can't be fetched or says no more, the teaser is the article. */
async function complete(
  context: EffectContext,
  row: ArticleRow,
  effect: Load,
  dispatch: Dispatch,
  signal: AbortSignal,
): Promise<void> {
  const text = storedText(context.library, row.id);
  if (!text) return;
  const show = async (markdown: string, isAgain: boolean): Promise<void> => {
    const now = context.library.article(row.id);
    const setter = await context.typesetter.load();
    if (now && !signal.aborted) dispatchPage(context, setter, now, markdown, {...effect, isAgain}, dispatch);
  };
  try {
    const whole = await completeTeaser(text, servicesOf(context, dispatch), signal);
    if (whole !== undefined) return await show(whole, false);
  } catch (error) {
    if (signal.aborted) return;
    dispatch({type: 'notice', text: onlyTeaser(error), tone: 'warning'});
  }
  await show(await convert(context, row.id), true);
}

/** Milliseconds without a key; loading the typesetter takes longer than a key may wait. */
const PAUSE = 60;
const FIRST_PAUSE = 250;

/** The pictures that a page of an article shows now. */
function picturedIn(pictures: Picturing | undefined, id: string): Sheet['pictured'] {
  const rows = pictures?.rows();
  if (rows === undefined) return undefined;
  return (src, room) => pictures?.ready()?.at(id, src, {columns: room, rows});
}

/** Milliseconds after a key's change is on the screen, and before the next key. */
const AFTER_KEY = 16;

const SCREENS = 2;

/** Lays out the next screens of a page, so that turning to them is quick. */
export async function setAhead(
  {page, from, rows}: Extract<Effect, {kind: 'set-ahead'}>,
  signal: AbortSignal,
): Promise<void> {
  await pause(AFTER_KEY);
  for (let screen = 1; screen <= SCREENS && !signal.aborted; screen++) {
    page.move(from, rows * (screen + 1));
    await new Promise(setImmediate);
  }
}
