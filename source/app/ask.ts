import {EMPTY_FIELD, editField, fieldOf, insertText} from './field.ts';
import type {Field} from './field.ts';
import {completeCommand, runCommand} from './command-line.ts';
import {loadList} from './list.ts';
import {keepPlace, isBefore, reveal} from './reading.ts';
import type {ArticleScreen, AskPurpose, ListScreen, Overlay, State} from './state.ts';
import {screenOf} from './state.ts';
import {step, withScreen, withoutOverlay} from './step.ts';
import type {Step} from './step.ts';

type Asking = Extract<Overlay, {kind: 'ask'}>;

/** Opens a line to type at the bottom of the screen. */
export function ask(state: State, purpose: AskPurpose, value = ''): Step {
  return step({...state, overlay: {kind: 'ask', purpose, field: value ? fieldOf(value) : EMPTY_FIELD}});
}

export function keyInAsk(state: State, asking: Asking, key: string): Step {
  if (key === 'esc') return cancel(state, asking);
  if (key === 'enter') return submit(state, asking);
  if (key === 'backspace' && asking.field.value === '') return cancel(state, asking);
  if (asking.purpose === 'command' && (key === 'tab' || key === 'down' || key === 'up')) {
    return step({...state, overlay: completeCommand(asking, key)});
  }
  const field = editField(asking.field, key);
  return field ? changed(state, asking, field) : step(state);
}

export function pasteInAsk(state: State, asking: Asking, text: string): Step {
  return changed(state, asking, insertText(asking.field, text));
}

/** Filtering and finding follow each key; the rest waits for Enter. */
function changed(state: State, {completing: _, ...asking}: Asking, field: Field): Step {
  const typed: State = {...state, overlay: {...asking, field}};
  const screen = screenOf(typed);
  if (asking.purpose === 'filter' && screen.kind === 'list') return filter(typed, screen, field.value);
  if (asking.purpose === 'find' && screen.kind === 'article') return find(typed, screen, field.value);
  return step(typed);
}

function filter(state: State, screen: ListScreen, text: string): Step {
  const {filter: _, ...view} = screen.view;
  const {preview: __, ...bare} = screen;
  const filtered: ListScreen = {
    ...bare,
    view: text === '' ? view : {...view, filter: text},
    selected: 0,
    top: 0,
  };
  return step(withScreen(state, filtered), loadList(state, filtered));
}

const MOST_MATCHES = 2000;

function find(state: State, screen: ArticleScreen, text: string): Step {
  const {find: _, ...bare} = screen;
  if (text === '' || !screen.page) return step(withScreen(state, bare));
  const spans = screen.page.find(text, MOST_MATCHES);
  const next = spans.findIndex(span => !isBefore(span.place, screen.place));
  const current = Math.max(0, next);
  const lit: ArticleScreen = {...bare, find: {text, spans, current}};
  const span = spans[current];
  return step(withScreen(state, span ? reveal(state, lit, span.place) : lit));
}

function submit(state: State, asking: Asking): Step {
  const text = asking.field.value.trim();
  const bare = withoutOverlay(state);
  const screen = screenOf(bare);
  switch (asking.purpose) {
    case 'filter': {
      return step(bare);
    }
    case 'find': {
      return screen.kind === 'article' ? step(bare, ...keepPlace(bare, screen)) : step(bare);
    }
    case 'command': {
      return runCommand(state, asking);
    }
    case 'save': {
      return screen.kind === 'article' && text
        ? step(bare, {kind: 'save', id: screen.id, path: text})
        : step(bare);
    }
    case 'pipe': {
      return screen.kind === 'article' && text
        ? step(bare, {kind: 'hand-over', id: screen.id, to: 'pipe', command: text})
        : step(bare);
    }
    case 'add': {
      return text ? step(bare, {kind: 'add-source', location: text}) : step(bare);
    }
    default: {
      return step(bare);
    }
  }
}

function cancel(state: State, {purpose}: Asking): Step {
  const bare = withoutOverlay(state);
  const screen = screenOf(bare);
  if (purpose === 'filter' && screen.kind === 'list') return filter(bare, screen, '');
  if (purpose === 'find' && screen.kind === 'article') return find(bare, screen, '');
  return step(bare);
}
