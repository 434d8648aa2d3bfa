import type {Effect} from '../../app/core/effect.ts';
import type {Dispatch} from '../../app/core/store.ts';
import type {ArticleRow} from '../../domain/query/view.ts';
import * as marking from '../../services/mark.ts';
import {savePage} from '../../services/save-page.ts';
import type {EffectContext} from '../context.ts';
import {whileFetching} from '../timing.ts';
import {ownCommand} from './own-command.ts';

type OnRange = Extract<Effect, {kind: 'on-range'}>;

/** Does one thing with several articles of a list: marks and tags are one act, which is undone whole. */
export async function onRange(
  context: EffectContext,
  {view, from, count, what}: OnRange,
  dispatch: Dispatch,
  signal: AbortSignal,
): Promise<void> {
  const {rows} = context.library.window(view, from, count);
  const ids = rows.map(({id}) => id);
  const many = rows.length === 1 ? 'one article' : `${rows.length} articles`;
  const say = (text: string, canUndo: boolean): void => {
    dispatch({type: 'marked', rows: ids.flatMap(id => context.library.article(id) ?? [])});
    dispatch({type: 'notice', text, tone: 'plain', canUndo});
  };
  switch (what.kind) {
    case 'read': {
      const isRead = rows.some(row => !row.isRead);
      const text = `Marked ${many} as ${isRead ? 'read' : 'unread'}.`;
      marking.mark(ids, {isRead}, context, {onWritten: () => say(text, true)});
      break;
    }
    case 'star': {
      const isStarred = rows.some(row => !row.isStarred);
      const text = isStarred ? `Starred ${many}.` : `Removed the star from ${many}.`;
      marking.mark(ids, {isStarred}, context, {onWritten: () => say(text, true)});
      break;
    }
    case 'tag': {
      const {add} = what;
      marking.tagArticles(ids, {add}, context, () => say(`Added ${add.join(', ')} to ${many}.`, true));
      break;
    }
    case 'run': {
      await ownCommand(context, {kind: 'own-command', name: what.name, ids}, dispatch, signal);
      break;
    }
    case 'open': {
      await openEach(context, rows, dispatch);
      break;
    }
    case 'save': {
      await saveEach(context, rows, dispatch, signal);
      break;
    }
  }
}

async function openEach(
  context: EffectContext,
  rows: readonly ArticleRow[],
  dispatch: Dispatch,
): Promise<void> {
  const platform = await context.platform();
  const urls = rows.flatMap(({url}) => url ?? []);
  for (const url of urls) await platform.openUrl(url);
  const without = rows.length - urls.length;
  const rest = without === 0 ? '' : ` ${without} ${without === 1 ? 'has' : 'have'} no address on the web.`;
  dispatch({type: 'notice', text: `Opened ${urls.length} of ${rows.length} pages.${rest}`, tone: 'plain'});
}

async function saveEach(
  context: EffectContext,
  rows: readonly ArticleRow[],
  dispatch: Dispatch,
  signal: AbortSignal,
): Promise<void> {
  const urls = rows.flatMap(({url}) => url ?? []);
  let saved = 0;
  for (const [index, url] of urls.entries()) {
    if (signal.aborted) return;
    await whileFetching(`${index + 1} of ${urls.length}`, dispatch, signal, async () => {
      await savePage(url, context, signal);
      saved++;
    });
  }
  dispatch({type: 'library-changed'});
  dispatch({type: 'notice', text: `Saved ${saved} of ${rows.length} pages.`, tone: 'good'});
}
