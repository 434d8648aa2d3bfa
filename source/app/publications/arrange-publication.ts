import type {PublicationRow} from '../../domain/query/view.ts';
import {ask} from '../prompt/ask.ts';
import {notify} from '../core/notices.ts';
import type {State} from '../core/state.ts';
import {andThen, step} from '../core/step.ts';
import type {Step} from '../core/step.ts';

/** Hides, mutes, files or renames a publication. */
export function arrangePublication(
  state: State,
  {id, title, folder, isHidden, isMuted}: PublicationRow,
  act: 'hide' | 'mute' | 'folder' | 'rename',
): Step {
  const publicationId = id;
  switch (act) {
    case 'hide': {
      const text = isHidden ? `${title} is shown again.` : `${title} is hidden: no list of several shows it.`;
      return andThen(arranged(state, {publicationId, isHidden: !isHidden}), after => notify(after, text));
    }
    case 'mute': {
      const text = isMuted ? `${title} is heard again.` : `${title} is muted: what comes in counts as read.`;
      return andThen(arranged(state, {publicationId, isMuted: !isMuted}), after => notify(after, text));
    }
    case 'folder': {
      return ask(state, 'folder', folder ?? '', id);
    }
    default: {
      return ask(state, 'rename', title, id);
    }
  }
}

/** Exchanges a publication with its neighbour among those of the same folder */
export function movePublication(state: State, moving: PublicationRow | undefined, by: 1 | -1): Step {
  if (!moving) return notify(state, 'Choose a publication first.');
  const beside = state.publications.filter(({folder}) => folder === moving.folder);
  const other = beside[beside.findIndex(({id}) => id === moving.id) + by];
  if (!other) return notify(state, by > 0 ? 'It is the last one here.' : 'It is the first one here.');
  const publications = state.publications.map(one =>
    one.id === moving.id ? other : one.id === other.id ? moving : one,
  );
  return step({...state, publications}, {kind: 'reorder', ids: publications.map(({id}) => id)});
}

function arranged(
  state: State,
  change: Readonly<{publicationId: string; isHidden?: boolean; isMuted?: boolean}>,
): Step {
  return step(state, {kind: 'arrange', change});
}
