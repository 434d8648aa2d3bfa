import {ownTagsIn, WANTED_TAG} from '../../domain/article/own-tag.ts';
import {runCommand} from './command-line.ts';
import {makeRule} from '../overlays/rules.ts';
import {keyOf} from '../overlays/help.ts';
import {publicationOf} from '../list/list.ts';
import {keepPlace} from '../article/reading.ts';
import {remember} from './recall.ts';
import {rowInView} from '../list/row-in-view.ts';
import {onSelection} from '../list/selection.ts';
import {addTyped, passwordTyped} from '../publications/account-password.ts';
import {keptQuery} from '../list/search.ts';
import {markMatching} from '../list/mark-many.ts';
import {searchText} from '../list/open-list.ts';
import type {Asking} from './asking.ts';
import type {State} from '../core/state.ts';
import {screenOf} from '../core/state.ts';
import {notify} from '../core/notices.ts';
import {andThen, step, withoutOverlay} from '../core/step.ts';
import type {Step} from '../core/step.ts';

/** Enter: does what the line that was typed asks for. */
export function answer(state: State, asking: Asking): Step {
  const {purpose, subject} = asking;
  const text = asking.field.value.trim();
  const bare = remember(withoutOverlay(state), purpose, text);
  const screen = screenOf(bare);
  const id = rowInView(bare)?.id;
  switch (purpose) {
    case 'filter': {
      return step(bare);
    }
    case 'find': {
      return screen.kind === 'article' ? step(bare, ...keepPlace(bare, screen)) : step(bare);
    }
    case 'command': {
      return runCommand(bare, text);
    }
    case 'save': {
      return id !== undefined && text ? step(bare, {kind: 'save', id, path: text}) : step(bare);
    }
    case 'pipe': {
      return id !== undefined && text
        ? step(bare, {kind: 'hand-over', id, to: 'pipe', command: text})
        : step(bare);
    }
    case 'add': {
      return text ? step(bare, {kind: 'add-source', location: text}) : step(bare);
    }
    case 'account': {
      return text ? addTyped(bare, text) : step(bare);
    }
    case 'password': {
      return passwordTyped(bare, asking);
    }
    case 'tag': {
      return setTags(bare, text);
    }
    case 'rule': {
      return makeRule(bare, text);
    }
    case 'search': {
      return text ? searchText(bare, text) : step(bare);
    }
    case 'mark-query': {
      return markMatching(bare, text);
    }
    case 'save-search': {
      return keepSearch(bare, text);
    }
    case 'browser': {
      return subject === undefined
        ? step(bare)
        : step(bare, {
            kind: 'arrange',
            change: {publicationId: subject, own: {browser: text === '' ? null : text}},
          });
    }
    case 'folder':
    case 'rename': {
      return subject === undefined ? step(bare) : arranged(bare, purpose, subject, text);
    }
    default: {
      return step(bare);
    }
  }
}

/** Puts a publication into a folder, or gives it a name; nothing takes it away again. */
function arranged(state: State, purpose: 'folder' | 'rename', publicationId: string, text: string): Step {
  const change = purpose === 'folder' ? {folder: text} : {name: text};
  const {title = 'It'} = state.publications.find(({id}) => id === publicationId) ?? {};
  const said =
    purpose === 'folder'
      ? text === ''
        ? `${title} is in no folder now.`
        : `${title} is in the folder ${text} now.`
      : text === ''
        ? `${title} has the name of its source again.`
        : `${title} is called ${text} now.`;
  return andThen(step(state, {kind: 'arrange', change: {publicationId, ...change}}), after =>
    notify(after, said),
  );
}

/** The article has exactly these tags of the reader's from now on. */
function setTags(state: State, text: string): Step {
  const row = rowInView(state);
  if (!row) return step(state);
  const words = text.split(/[\s,]+/u).filter(word => word !== '');
  const {names, wrong} = ownTagsIn(words);
  if (wrong !== undefined) return notify(state, `${WANTED_TAG}, not “${wrong}”.`, 'warning');
  const several = names.length > 0 ? onSelection(state, {kind: 'tag', add: names}) : undefined;
  if (several) return several;
  const {ownTags = []} = row;
  const add = names.filter(name => !ownTags.includes(name));
  const remove = ownTags.filter(name => !names.includes(name));
  if (add.length + remove.length > 0) return step(state, {kind: 'tag', id: row.id, add, remove});
  return notify(state, names.length > 0 ? 'These are its tags already.' : 'No tag was given.');
}

function keepSearch(state: State, name: string): Step {
  const screen = screenOf(state);
  if (name === '' || screen.kind !== 'list') return step(state);
  const [after, effects] = notify(
    state,
    `Kept “${name}” among the publications; ${keyOf(state, 'publications')} shows them.`,
    'good',
  );
  const only = state.publications.length > 1 ? publicationOf(state, screen)?.title : undefined;
  return [after, [{kind: 'save-query', name, query: keptQuery(screen.view, only)}, ...effects]];
}
