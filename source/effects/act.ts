import type {Effect} from '../app/core/effect.ts';
import type {Dispatch} from '../app/core/store.ts';
import {ProblemError} from '../domain/problem.ts';
import {storedText, wholeText} from '../services/article-text.ts';
import {markdownDocument} from '../services/document.ts';
import {GONE} from '../services/mark.ts';
import {servicesOf, type EffectContext} from './context.ts';

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
      await platform.openUrl(effect.url);
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
