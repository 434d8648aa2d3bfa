import type {ArticleRow} from '../domain/view.ts';
import {ask} from './ask.ts';
import {openAuthor} from './author-page.ts';
import {EMPTY_FIELD} from './field.ts';
import type {Act} from './keymap.ts';
import {selectedRow} from './list.ts';
import {goBack} from './open-article.ts';
import {openPublications} from './act-publications.ts';
import type {Screen, State} from './state.ts';
import {screenOf} from './state.ts';
import {notify, step} from './step.ts';
import type {Step} from './step.ts';
import {askSubscribe} from './subscribe.ts';

/** What means the same on every screen. */
export function actAnywhere(state: State, act: Act): Step {
  const screen = screenOf(state);
  switch (act) {
    case 'quit': {
      return step({...state, isLeaving: true}, {kind: 'quit'});
    }
    case 'back':
    case 'history': {
      return act === 'history' && state.trail.length === 1
        ? notify(state, 'This is where you began.')
        : goBack(state);
    }
    case 'suspend':
    case 'redraw': {
      return step(state, {kind: act});
    }
    case 'help': {
      return step({...state, overlay: {kind: 'help', field: EMPTY_FIELD, isTyping: false, top: 0}});
    }
    case 'notices': {
      return state.notices.length > 0
        ? step({...state, overlay: {kind: 'notices', top: 0}})
        : notify(state, 'No messages so far.');
    }
    case 'settings': {
      return step({...state, overlay: {kind: 'settings', selected: 0}});
    }
    case 'command': {
      return ask(state, 'command');
    }
    case 'find': {
      return ask(
        state,
        screen.kind === 'article' ? 'find' : 'filter',
        screen.kind === 'list' ? screen.view.filter : undefined,
      );
    }
    case 'add': {
      return ask(state, 'add');
    }
    case 'publications': {
      return openPublications(state);
    }
    case 'author': {
      return openAuthor(state);
    }
    case 'subscribe': {
      return askSubscribe(state);
    }
    case 'undo': {
      return step(state, {kind: 'undo'});
    }
    case 'refresh': {
      return step(state, {kind: 'refresh', which: state.scope ?? 'all', isQuiet: false});
    }
    case 'side-by-side': {
      const settings = {...state.settings, sideBySide: !state.settings.sideBySide};
      const [next, effects] =
        state.columns < 110
          ? notify(
              {...state, settings},
              `Side by side ${settings.sideBySide ? 'on' : 'off'}; it shows from 110 columns.`,
            )
          : step({...state, settings});
      return [next, [...effects, {kind: 'keep-settings', settings}]];
    }
    default: {
      const row = rowInView(screen);
      return row ? actOnArticle(state, row, act) : notify(state, 'There is no article here.');
    }
  }
}

function rowInView(screen: Screen): ArticleRow | undefined {
  if (screen.kind === 'article') return screen.row;
  return screen.kind === 'list' ? selectedRow(screen) : undefined;
}

function actOnArticle(state: State, row: ArticleRow, act: Act): Step {
  const ids = [row.id];
  switch (act) {
    case 'toggle-read': {
      return step(state, {kind: 'mark', ids, isRead: !row.isRead});
    }
    case 'toggle-star': {
      return step(state, {kind: 'mark', ids, isStarred: !row.isStarred});
    }
    case 'browser': {
      const url = linkInView(screenOf(state)) ?? row.url;
      return url === undefined
        ? notify(state, 'This article has no address on the web.')
        : step(state, {kind: 'open-url', url});
    }
    case 'copy-url': {
      const url = linkInView(screenOf(state)) ?? row.url;
      return url === undefined
        ? notify(state, 'This article has no address on the web.')
        : step(state, {kind: 'copy', text: url, what: 'address'});
    }
    case 'copy-article': {
      return step(state, {kind: 'copy-article', id: row.id});
    }
    case 'save': {
      return ask(state, 'save', `${fileName(row.title)}.md`);
    }
    case 'pipe': {
      return ask(state, 'pipe');
    }
    case 'editor':
    case 'pager': {
      return step(state, {kind: 'hand-over', id: row.id, to: act});
    }
    default: {
      return step(state);
    }
  }
}

function linkInView(screen: Screen): string | undefined {
  const target = screen.kind === 'article' ? screen.chosen?.target : undefined;
  return target?.kind === 'url' ? target.url : undefined;
}

function fileName(title: string): string {
  const plain = title
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-+|-+$/g, '');
  return plain.slice(0, 80) || 'article';
}
