import {nextOwn, OWN_CHOICES, shownSettings} from '../../domain/publication/own-settings.ts';
import type {
  OwnSettingName,
  OwnSettingsChange,
  UsualSettings,
} from '../../domain/publication/own-settings.ts';
import type {PublicationRow} from '../../domain/query/view.ts';
import {ask} from '../prompt/ask.ts';
import {showRules} from './rules.ts';
import type {Overlay, State} from '../core/state.ts';
import {step} from '../core/step.ts';
import type {Step} from '../core/step.ts';

export type ArrangingPane = Extract<Overlay, {kind: 'arranging'}>;

/** A row of the screen of one publication. */
export type ArrangingRow = Readonly<{
  name: OwnSettingName | 'name' | 'folder' | 'isMuted' | 'isHidden' | 'rules';
  title: string;
  value: string;
  from: string;
}>;

const HERE = 'this publication';

/** Everything that holds for one publication, each with its origin. */
export function arrangingRows(state: State, pane: ArrangingPane): readonly ArrangingRow[] {
  const row = publicationOf(state, pane);
  if (!row) return [];
  const {folder, isHidden, isMuted, own = {}, title} = row;
  const touching = pane.rules.length;
  return [
    {name: 'name', title: 'Name', value: title, from: pane.hasOwnName ? HERE : 'its source'},
    {name: 'folder', title: 'Folder', value: folder ?? 'none', from: HERE},
    ...shownSettings(own, pane.configured, usualOf(state)),
    {name: 'isMuted', title: 'What comes in', value: isMuted ? 'counts as read' : 'is unread', from: HERE},
    {name: 'isHidden', title: 'In lists of several', value: isHidden ? 'hidden' : 'shown', from: HERE},
    {
      name: 'rules',
      title: 'Rules',
      value:
        touching === 0
          ? 'none'
          : pane.rules
              .map(({do: acts, query}) => `${acts.join(', ')} for ${query || 'everything'}`)
              .join('; '),
      from: 'your rules',
    },
  ];
}

/** Changes the chosen row: to its next value, or by a line that is typed. */
export function changeRow(state: State, pane: ArrangingPane): Step {
  const row = publicationOf(state, pane);
  const chosen = arrangingRows(state, pane)[pane.selected];
  if (!row || !chosen) return step(state);
  const {id: publicationId, own = {}} = row;
  switch (chosen.name) {
    case 'name': {
      return ask(state, 'rename', row.title, publicationId);
    }
    case 'folder': {
      return ask(state, 'folder', row.folder ?? '', publicationId);
    }
    case 'browser': {
      return ask(state, 'browser', own.browser ?? '', publicationId);
    }
    case 'isMuted':
    case 'isHidden': {
      return step(state, {kind: 'arrange', change: {publicationId, [chosen.name]: !row[chosen.name]}});
    }
    case 'rules': {
      return showRules(state);
    }
    default: {
      return changeOwn(state, publicationId, nextOwn(own, chosen.name));
    }
  }
}

/** Takes the publication's own value away, so that the usual one holds. */
export function resetRow(state: State, pane: ArrangingPane): Step {
  const row = publicationOf(state, pane);
  const chosen = arrangingRows(state, pane)[pane.selected];
  if (!row || !chosen) return step(state);
  const {id: publicationId} = row;
  if (chosen.name === 'name' || chosen.name === 'folder')
    return step(state, {kind: 'arrange', change: {publicationId, [chosen.name]: ''}});
  const isOwn = chosen.name === 'browser' || chosen.name in OWN_CHOICES;
  return isOwn ? changeOwn(state, publicationId, {[chosen.name]: null}) : step(state);
}

function changeOwn(state: State, publicationId: string, own: OwnSettingsChange): Step {
  return step(state, {kind: 'arrange', change: {publicationId, own}});
}

function publicationOf({publications}: State, {publicationId}: ArrangingPane): PublicationRow | undefined {
  return publications.find(({id}) => id === publicationId);
}

function usualOf({settings, usual}: State): UsualSettings {
  return {
    order: 'source',
    fullText: usual?.fullText ?? true,
    interval: settings.refreshEvery,
    images: settings.images,
    ...(usual?.browser !== undefined && {browser: usual.browser}),
  };
}
