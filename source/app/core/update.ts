import type {Action} from './action.ts';
import {actAnywhere} from '../keys/act-anywhere.ts';
import {actByEar} from '../keys/act-by-ear.ts';
import {actInArticle} from '../article/act-article.ts';
import {actInList} from '../list/act-list.ts';
import {actInPublications} from '../publications/act-publications.ts';
import {actInSpokenArticle} from '../article/act-spoken-article.ts';
import {insertText} from '../prompt/field.ts';
import {keyOf} from '../overlays/help.ts';
import {keyPressed} from '../keys/key-pressed.ts';
import type {Act} from '../keys/keymap.ts';
import {makeWay, notify} from './notices.ts';
import {outcomeCame} from './outcomes.ts';
import {actInPane, isPane} from '../overlays/panes.ts';
import {pasteInAsk} from '../prompt/ask.ts';
import {resized} from './resized.ts';
import {screenOf} from './state.ts';
import type {State} from './state.ts';
import {step, withoutOverlay} from './step.ts';
import type {Step} from './step.ts';
import {pasteInPrompt} from '../prompt/subscribe.ts';

/**
 * The whole behaviour of the reader: what happens, in a state, comes to a next state and to effects. Pure.
 */
export function update(state: State, action: Action): Step {
  switch (action.type) {
    case 'key': {
      const {isUntouched: _, ...touched} = state;
      return makeWay(state, keyPressed(touched, action.key, act));
    }
    case 'act': {
      return act(state, action.act, action.count);
    }
    case 'paste': {
      return makeWay(state, pasted(state, action.text));
    }
    case 'resized': {
      return resized(state, action.columns, action.rows);
    }
    default: {
      return makeWay(state, outcomeCame(state, action));
    }
  }
}

function act(state: State, name: Act, count?: number): Step {
  const {overlay} = state;
  if (name === 'quit' || name === 'suspend' || name === 'redraw') return actAnywhere(state, name);
  if (overlay) {
    if (isPane(overlay)) return actInPane(state, overlay, name, count);
    return name === 'back' ? step(withoutOverlay(state)) : step(state);
  }
  const byEar = state.isSpoken ? actByEar(state, name) : undefined;
  if (byEar) return byEar;
  const screen = screenOf(state);
  const own =
    screen.kind === 'list'
      ? actInList(state, screen, name, count)
      : screen.kind === 'article'
        ? ((state.isSpoken ? actInSpokenArticle(state, screen, name, count) : undefined) ??
          actInArticle(state, screen, name, count))
        : actInPublications(state, screen, name, count);
  return own ?? actAnywhere(state, name, count);
}

function pasted(state: State, text: string): Step {
  const {overlay} = state;
  if (overlay?.kind === 'ask') return pasteInAsk(state, overlay, text);
  if (overlay?.kind === 'subscribe') return pasteInPrompt(state, overlay, text);
  if (overlay?.kind === 'help' && overlay.isTyping)
    return step({...state, overlay: {...overlay, field: insertText(overlay.field, text), top: 0}});
  if (overlay) return notify(state, 'Nothing is typed here, so nothing was pasted.');
  const [finds, adds] = [keyOf(state, 'find'), keyOf(state, 'add')];
  return notify(state, `Nothing is typed here, so nothing was pasted. ${finds} finds, ${adds} adds a blog.`);
}
