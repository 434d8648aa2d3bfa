import {keymapFrom} from '../app/keys/key-presets.ts';
import {ownKeysFrom} from '../app/keys/own-keys.ts';
import {openedList} from '../app/list/unread-only.ts';
import {windowAround} from '../app/list/list.ts';
import {layoutOf} from '../app/core/layout.ts';
import type {Library} from '../ports/library.ts';
import type {Settings} from '../app/core/settings.ts';
import type {ListScreen, State} from '../app/core/state.ts';
import {columnsNamed} from '../domain/query/list-columns.ts';
import {rootView} from '../domain/query/view.ts';
import type {Options} from '../options/options.ts';

/** The state of the first frame, from the library alone. */
export function firstState(
  library: Library,
  options: Options,
  scope: readonly string[] | undefined,
  terminal: Pick<State, 'columns' | 'rows' | 'canShowPictures' | 'isColorless'>,
  isFirstRun: boolean,
): State {
  const publications = library.publications();
  const view = rootView(
    scope,
    publications.filter(({isListed, isHidden}) => isListed && !isHidden).map(({id}) => id),
    options.order,
  );
  const root = openedList({publications, unreadOnly: []}, 0, view);
  const {keymap, faults} = keymapFrom(options.keys.preset, options.keys.bindings);
  const own = ownKeysFrom(options.commands, options.keys.macros);
  const now = Date.now();
  const notices = [...faults, ...own.faults].map((text, index) => ({
    id: index + 1,
    text,
    tone: 'warning' as const,
    at: now,
    isUnasked: true,
  }));
  const state: State = {
    ...terminal,
    now,
    settings: settingsFrom(options),
    keymap,
    bindings: options.keys.bindings,
    ownKeys: own.ownKeys,
    usual: {
      fullText: options.fullText,
      ...(options.browser !== undefined && {browser: options.browser}),
    },
    trail: [root],
    past: [],
    future: [],
    publications,
    savedQueries: [],
    counts: {},
    unreadOnly: [],
    ...(scope && {scope}),
    problems: {},
    olderPages: {},
    ...(notices[0] && {notice: notices[0]}),
    waiting: notices.slice(1),
    notices,
    typed: {},
    digits: '',
    isZen: false,
    isSpoken: options.screenReader,
    isFirstRun,
    isUntouched: !options.screenReader,
    nextKey: notices.length + 1,
    isLeaving: false,
  };
  const {offset, count} = windowAround(0, layoutOf(state));
  const filled: ListScreen = {...root, window: library.window(root.view, offset, count)};
  return {...state, trail: [filled]};
}

export function settingsFrom(options: Options): Settings {
  const {measure, breaking, density, sideBySide, readAtEnd, images, keys, refresh, theme, email, offline} =
    options;
  const {calm, closedFolders, list, readInBrowser, speech} = options;
  return {
    measure,
    breaking,
    density,
    listDensities: list.densities,
    columns: columnsNamed(list.columns),
    sideBySide,
    readAtEnd,
    readInBrowser,
    themeName: theme,
    preset: keys.preset,
    images,
    refreshOnStart: refresh.onStart,
    refreshEvery: refresh.interval,
    closedFolders,
    speechLevel: speech.level,
    speechRow: speech.row,
    speechIndent: speech.indent,
    speechProgress: speech.progress,
    isCalm: calm,
    isOffline: offline,
    ...(email.address !== undefined && {email: email.address}),
    rememberEmail: email.remember,
  };
}
