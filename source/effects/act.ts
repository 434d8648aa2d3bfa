import type {Effect} from '../app/core/effect.ts';
import type {Dispatch} from '../app/core/store.ts';
import type {EffectContext} from './context.ts';

type Acting = Extract<Effect, {kind: 'open-url' | 'copy' | 'copy-article' | 'save' | 'hand-over'}>;

/** What is done with an article outside Inkwell. Each is answered. */
export async function act(context: EffectContext, effect: Acting, dispatch: Dispatch): Promise<void> {
  const platform = await context.platform();
  const say = (text: string): void => dispatch({type: 'notice', text, tone: 'plain'});
  switch (effect.kind) {
    case 'open-url': {
      await platform.openUrl(effect.url);
      say(`Opened ${effect.url}`);
      break;
    }
    case 'copy': {
      platform.copy(effect.text);
      say(`Copied the ${effect.what}.`);
      break;
    }
    case 'copy-article': {
      platform.copy(await markdownOf(context, effect.id));
      say('Copied the article as Markdown.');
      break;
    }
    case 'save': {
      say(`Saved ${await platform.save(effect.path, await markdownOf(context, effect.id))}`);
      break;
    }
    case 'hand-over': {
      const {to, command} = effect;
      await platform.run({
        kind: to,
        text: await markdownOf(context, effect.id),
        name: titleOf(context, effect.id),
        ...(command !== undefined && {command}),
      });
      say(to === 'pipe' ? `Piped to ${command ?? ''}.` : 'Back in Inkwell.');
      break;
    }
    default: {
      break;
    }
  }
}

/** The article as a Markdown document, its title first. */
async function markdownOf({library, sources}: EffectContext, id: string): Promise<string> {
  const body = library.body(id);
  const text = library.markdown(id) ?? (body ? await (await sources()).toMarkdown(body) : '');
  const row = library.article(id);
  const heading = row ? `# ${row.title}\n\n${row.authors.map(({name}) => name).join(', ')}\n\n` : '';
  return `${text.trimStart().startsWith('# ') ? '' : heading}${text.trimEnd()}\n`;
}

function titleOf({library}: EffectContext, id: string): string {
  return library.article(id)?.title ?? 'article';
}
