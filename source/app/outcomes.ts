import type {Action} from './action.ts';
import type {ArticleRow} from '../domain/view.ts';
import {digitsWaited} from './key-pressed.ts';
import {listLoaded, listScreen, loadList, previewOf, reloadList} from './list.ts';
import {listBelow, openArticle} from './open-article.ts';
import {fitted} from './resized.ts';
import {articleFailed, articleSet} from './article-set.ts';
import {refreshEnded} from './refresh-ended.ts';
import {layoutOf} from './layout.ts';
import {screenOf} from './state.ts';
import type {State} from './state.ts';
import {notify, step, andThen} from './step.ts';
import type {Step} from './step.ts';
import {answered, newsletterFound} from './subscribe.ts';

type Outcome = Exclude<Action, {type: 'key' | 'act' | 'paste' | 'resized'}>;

/** What effects have come to. */
export function outcomeCame(state: State, action: Outcome): Step {
  switch (action.type) {
    case 'begun': {
      const list = listBelow(state);
      const first = list ? previewOf(state, list) : [];
      return step(
        state,
        ...first,
        ...(action.which ? [{kind: 'refresh', which: action.which, isQuiet: true} as const] : []),
      );
    }
    case 'list-loaded': {
      const screen = state.trail.find(one => one.key === action.key);
      return screen?.kind === 'list'
        ? listLoaded(state, screen, action.window, action.selected)
        : step(state);
    }
    case 'publications-loaded': {
      return step({...state, publications: action.publications});
    }
    case 'article-set': {
      return articleSet(state, action);
    }
    case 'article-failed': {
      return articleFailed(state, action);
    }
    case 'library-changed': {
      return libraryChanged(state);
    }
    case 'row-loaded': {
      return step(rowLoaded(state, action.row));
    }
    case 'refresh-moved': {
      const {done, total, current} = action;
      return step({...state, refreshing: {done, total, ...(current !== undefined && {current})}});
    }
    case 'refresh-failed': {
      return step({...state, problems: {...state.problems, [action.publicationId]: action.problem}});
    }
    case 'refresh-ended': {
      return refreshEnded(state, action);
    }
    case 'found-newsletter': {
      const {newsletter, facts} = action;
      return newsletterFound(state, action.publicationId, newsletter, facts);
    }
    case 'email-rejected': {
      return answered(state, action.publicationId, {step: 'typing', error: action.reason});
    }
    case 'signed-up': {
      return answered(state, action.publicationId, {step: 'answered', outcome: action.outcome});
    }
    case 'notice': {
      return notify(state, action.text, action.tone, action.canUndo);
    }
    case 'notice-faded': {
      const {notice, ...rest} = state;
      return step(notice?.id === action.id ? rest : state);
    }
    case 'settings-changed': {
      return settingsChanged({...state, settings: action.settings});
    }
    case 'opened-list': {
      const {view, heading, author} = action;
      const list = listScreen(state.nextKey, view, {
        ...(heading !== undefined && {heading}),
        ...(author && {author}),
      });
      const opened: State = {...state, nextKey: state.nextKey + 1, trail: [...state.trail, list]};
      return step(opened, loadList(opened, list));
    }
    case 'opened-article': {
      return openArticle(state, action.id, undefined, action.isReplacing);
    }
    case 'digits-waited': {
      return digitsWaited(state, action.digits);
    }
    case 'tick': {
      return step({...state, now: action.now});
    }
    default: {
      return step(state);
    }
  }
}

/** Pages are set anew: the look of an article may have changed at the same measure. */
function settingsChanged(state: State): Step {
  const trail = state.trail.map(screen => {
    if (screen.kind !== 'list') return screen;
    const {preview: _, ...bare} = screen;
    return bare;
  });
  const [first, ...rest] = trail;
  return andThen(fitted(first ? {...state, trail: [first, ...rest]} : state), fitting => {
    const screen = screenOf(fitting);
    const {measure} = layoutOf(fitting);
    return step(
      fitting,
      ...(screen.kind === 'article'
        ? [{kind: 'load-article', id: screen.id, measure, isPreview: false} as const]
        : []),
    );
  });
}

/** Every list is read again; what stands on the screen stays where it is. */
function libraryChanged(state: State): Step {
  const lists = state.trail.flatMap(screen => (screen.kind === 'list' ? [reloadList(state, screen)] : []));
  const open = state.trail.flatMap(screen => (screen.kind === 'article' ? [screen.id] : []));
  return step(
    state,
    {kind: 'load-publications'},
    ...lists,
    ...open.map(id => ({kind: 'load-row', id}) as const),
  );
}

/** The marks of an open article, read again. */
function rowLoaded(state: State, row: ArticleRow): State {
  const [first, ...rest] = state.trail.map(screen =>
    screen.kind === 'article' && screen.id === row.id ? {...screen, row} : screen,
  );
  return first ? {...state, trail: [first, ...rest]} : state;
}
