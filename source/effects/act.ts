import type {Effect} from '../app/core/effect.ts';
import type {Dispatch} from '../app/core/store.ts';
import {ProblemError, toProblem} from '../domain/problem.ts';
import {storedText, wholeText, markdownDocument} from '../services/article-text.ts';
import {GONE} from '../services/mark.ts';
import {servicesOf, type EffectContext} from './context.ts';
import {whileFetching} from './timing.ts';

type OutsideAct = Extract<Effect, {kind: 'open-url' | 'copy' | 'copy-article' | 'save' | 'hand-over'}>;

/** Acts on an article outside Inkwell and says what was done. */
export async function act(
  context: EffectContext,
  effect: OutsideAct,
  dispatch: Dispatch,
  leaving: AbortSignal,
): Promise<void> {
  const platform = await context.platform();
  const say = (text: string): void => dispatch({type: 'notice', text, tone: 'plain'});
  const document = async (id: string): Promise<{title: string; markdown: string}> => {
    const text = storedText(context.library, id);
    if (!text) throw new ProblemError({kind: 'missing', message: GONE});
    const markdown = await wholeText(text, servicesOf(context, dispatch), leaving);
    return {title: text.article.title, markdown: markdownDocument(text.article, markdown)};
  };
  switch (effect.kind) {
    case 'open-url': {
      await platform.openUrl(effect.url, effect);
      say(`Opened ${effect.url}`);
      break;
    }
    case 'copy': {
      say(await platform.copy(effect.what, effect.text));
      break;
    }
    case 'copy-article': {
      say(await platform.copy('article', (await document(effect.id)).markdown));
      break;
    }
    case 'save': {
      say(`Saved ${await platform.save(effect.path, (await document(effect.id)).markdown)}`);
      break;
    }
    case 'hand-over': {
      const {to, command} = effect;
      const {title, markdown} = await document(effect.id);
      await platform.run({kind: to, text: markdown, name: title, ...(command !== undefined && {command})});
      say(to === 'pipe' ? `Piped to ${command ?? ''}.` : 'Back in Inkwell.');
      break;
    }
    default: {
      break;
    }
  }
}

/** Opens an address as an article: one of the library, else its page, fetched and stored. */
export async function openLink(
  context: EffectContext,
  url: string,
  dispatch: Dispatch,
  signal: AbortSignal,
): Promise<void> {
  const {library, writes} = context;
  const known = library.articleByUrl(url);
  if (known) {
    dispatch({type: 'opened-article', id: known.id});
    return;
  }
  if (context.options.offline) {
    dispatch({type: 'link-failed', url, text: 'Offline: the page is not in the library.', tone: 'warning'});
    return;
  }
  await whileFetching(url, dispatch, signal, async () => {
    try {
      const {article, body, publication} = await (await context.sources()).openPage(url, signal);
      if (signal.aborted) return;
      await writes.completed(() => library.storeArticle({article, body}, publication));
      dispatch({type: 'opened-article', id: article.id});
    } catch (error) {
      signal.throwIfAborted();
      dispatch({type: 'link-failed', url, text: toProblem(error).message, tone: 'error'});
    }
  });
}
