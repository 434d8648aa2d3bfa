import {actOnArticle} from '../article/act-on-article.ts';
import {openPublications} from '../publications/act-publications.ts';
import {ask} from '../prompt/ask.ts';
import {changeSettings} from '../overlays/change-settings.ts';
import {EMPTY_FIELD} from '../prompt/field.ts';
import {goBack, leave, travel} from '../core/go-back.ts';
import type {Act} from './keymap.ts';
import {showRules} from '../overlays/rules.ts';
import {showHistory} from '../overlays/history.ts';
import {leaveNewsletter} from '../overlays/leave.ts';
import {SPLIT_FROM, layoutOf} from '../core/layout.ts';
import {notify} from '../core/notices.ts';
import {askOlder, askRefresh, cancel} from '../core/refreshing.ts';
import {goUnread} from '../list/go-unread.ts';
import {askMarkEverything} from '../list/mark-many.ts';
import {rowInView} from '../list/row-in-view.ts';
import type {State} from '../core/state.ts';
import {screenOf} from '../core/state.ts';
import {andThen, step} from '../core/step.ts';
import type {Step} from '../core/step.ts';
import {askSubscribe} from '../prompt/subscribe.ts';
import {showAuthor, showTopics} from '../list/topics.ts';
import {SPEECH_LEVELS} from '../../domain/speech.ts';
import {sayWhere} from '../core/where.ts';

/** Acts that mean the same on every screen. */
export function actAnywhere(state: State, act: Act, count?: number): Step {
  switch (act) {
    case 'quit': {
      return leave(state);
    }
    case 'back': {
      return goBack(state);
    }
    case 'backward':
    case 'forward': {
      return travel(state, act);
    }
    case 'cancel': {
      return cancel(state);
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
    case 'rules': {
      return showRules(state);
    }
    case 'settings': {
      return step(
        {...state, overlay: {kind: 'settings', selected: 0}},
        {kind: 'set-sample', measure: layoutOf(state).measure},
      );
    }
    case 'where': {
      return sayWhere(state);
    }
    case 'speech': {
      return turnSpeech(state);
    }
    case 'leave': {
      return leaveNewsletter(state);
    }
    case 'signups': {
      return step({...state, overlay: {kind: 'signups', selected: 0, signups: []}}, {kind: 'load-signups'});
    }
    case 'command':
    case 'add': {
      return ask(state, act);
    }
    case 'find': {
      return askWhatToFind(state);
    }
    case 'publications': {
      return openPublications(state);
    }
    case 'author': {
      return showAuthor(state);
    }
    case 'topics': {
      return showTopics(state);
    }
    case 'subscribe': {
      return askSubscribe(state);
    }
    case 'history': {
      return showHistory(state);
    }
    case 'undo': {
      return step(state, {kind: 'undo'});
    }
    case 'refresh':
    case 'refresh-all': {
      return askRefresh(state, act === 'refresh-all');
    }
    case 'next-unread':
    case 'previous-unread':
    case 'random-unread': {
      return goUnread(state, act === 'random-unread' ? 'any' : act === 'next-unread' ? 1 : -1);
    }
    case 'mark-everything-read': {
      return askMarkEverything(state);
    }
    case 'search': {
      return ask(state, 'search');
    }
    case 'older': {
      return askOlder(state, count);
    }
    case 'side-by-side': {
      return turnSideBySide(state);
    }
    default: {
      const row = rowInView(state);
      return row ? actOnArticle(state, row, act, count) : notify(state, 'There is no article here.');
    }
  }
}

function askWhatToFind(state: State): Step {
  const screen = screenOf(state);
  if (screen.kind === 'article') return ask(state, 'find');
  return ask(state, 'filter', screen.kind === 'list' ? screen.search?.text : screen.search);
}

/** Turns how much is said by ear; on the screen the answer says where that is heard. */
function turnSpeech(state: State): Step {
  const now = SPEECH_LEVELS.indexOf(state.settings.speechLevel);
  const speechLevel = SPEECH_LEVELS[(now + 1) % SPEECH_LEVELS.length] ?? 'normal';
  const changed = changeSettings(state, {speechLevel});
  return state.isSpoken
    ? changed
    : andThen(changed, there => notify(there, `Speech: ${speechLevel}. It is heard with --screen-reader.`));
}

function turnSideBySide(state: State): Step {
  const sideBySide = !state.settings.sideBySide;
  const isTooNarrow = state.columns < SPLIT_FROM;
  const text = `Side by side ${sideBySide ? 'on' : 'off'}${isTooNarrow ? `; it shows from ${SPLIT_FROM} columns` : ''}.`;
  return andThen(changeSettings(state, {sideBySide}), changed => notify(changed, text));
}
