import {listScreen} from '../../source/app/list/list.ts';
import {DEFAULT_KEYMAP} from '../../source/app/keys/keymap.ts';
import type {Effect} from '../../source/app/core/effect.ts';
import type {Action} from '../../source/app/core/action.ts';
import type {State} from '../../source/app/core/state.ts';
import {update} from '../../source/app/core/update.ts';
import type {ArticleRow, PublicationRow, View} from '../../source/domain/query/view.ts';

export function articleRow(number: number, change: Partial<ArticleRow> = {}): ArticleRow {
  return {
    id: `article-${number}`,
    publicationId: 'publication-1',
    publicationTitle: 'The Well',
    position: number,
    title: `Article ${number}`,
    tags: [],
    authors: [{name: 'Mara Lindqvist', role: 'Staff Engineer'}],
    publishedAt: '2026-11-12T00:00:00.000Z',
    words: 1400,
    minutes: 6,
    isPartial: false,
    isRead: false,
    isStarred: false,
    progress: 0,
    ...change,
  };
}

export function publicationRow(change: Partial<PublicationRow> = {}): PublicationRow {
  return {
    id: 'publication-1',
    title: 'The Well',
    tagline: 'Deep and cold',
    location: '/well',
    total: 12,
    unread: 12,
    isListed: true,
    isHidden: false,
    isMuted: false,
    ...change,
  };
}

/** A sign-up that takes an address. */
export const REQUEST = {
  kind: 'request',
  provider: 'form',
  url: 'https://well.example/subscribe',
  method: 'form',
  field: 'email',
  fixed: {},
} as const;

const VIEW: View = {publications: ['publication-1'], query: ''};

/** A reader on the list of one publication with `total` articles, 80×24 unless told. */
export function listState(total: number, change: Partial<State> = {}): State {
  const rows = Array.from({length: Math.min(total, 200)}, (_, number) => articleRow(number));
  const list = {...listScreen(1, VIEW), window: {offset: 0, rows, total, unread: total}};
  return {
    columns: 80,
    rows: 24,
    now: Date.UTC(2026, 10, 23),
    settings: {
      measure: 70,
      breaking: 'optimal',
      themeName: 'terminal',
      density: 'auto',
      listDensities: [],
      columns: ['publication', 'author', 'title', 'date', 'time'],
      sideBySide: true,
      readAtEnd: true,
      preset: 'inkwell',
      images: 'ask',
      refreshOnStart: true,
      refreshEvery: 60,
      closedFolders: [],
      speechLevel: 'normal',
      speechRow: [],
      speechIndent: 'spaces',
      speechProgress: 'asked',
      isCalm: false,
      isOffline: false,
      rememberEmail: 'ask',
    },
    keymap: DEFAULT_KEYMAP,
    bindings: {},
    trail: [list],
    past: [],
    future: [],
    savedQueries: [],
    counts: {},
    unreadOnly: [],
    publications: [publicationRow({total, unread: total})],
    problems: {},
    olderPages: {},
    waiting: [],
    notices: [],
    typed: {},
    digits: '',
    isZen: false,
    isSpoken: false,
    isFirstRun: false,
    nextKey: 2,
    isLeaving: false,
    ...change,
  };
}

/** All actions in a row, as the store runs them; windows of the list are answered as the library would. */
export function after(
  state: State,
  ...actions: readonly Action[]
): {state: State; effects: readonly Effect[]} {
  const effects: Effect[] = [];
  let now = state;
  const waiting = [...actions];
  for (let action = waiting.shift(); action; action = waiting.shift()) {
    const [next, more] = update(now, action);
    now = next;
    effects.push(...more);
    for (const effect of more) {
      if (effect.kind === 'act')
        waiting.push({
          type: 'act',
          act: effect.act,
          ...(effect.count !== undefined && {count: effect.count}),
        });
      if (effect.kind !== 'load-list') continue;
      const list = now.trail.find(screen => screen.key === effect.key);
      if (list?.kind !== 'list') continue;
      const {total, unread} = list.window;
      const count = Math.max(0, Math.min(effect.count, total - effect.offset));
      const rows = Array.from({length: count}, (_, index) => articleRow(effect.offset + index));
      waiting.unshift({
        type: 'list-loaded',
        key: effect.key,
        window: {offset: effect.offset, rows, total, unread},
      });
    }
  }
  return {state: now, effects};
}

export function keys(...names: readonly string[]): Action[] {
  return names.map(key => ({type: 'key', key}));
}
