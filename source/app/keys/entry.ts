/** The place that takes the keys; derived from the state, never stored. */
export type Mode =
  | 'list'
  | 'article'
  | 'publications'
  | (typeof PANES)[number]
  | 'confirm'
  | 'ask'
  | 'subscribe';

export type Group = 'Move' | 'Find' | 'Links' | 'Marks' | 'Act' | 'Go';

export type Entry = Readonly<{
  keys: readonly string[];
  title: string;
  group: Group;
  modes: readonly Mode[];
  hint?: string;
}>;

export const READING = ['list', 'article'] as const;
export const SCREENS = ['list', 'article', 'publications'] as const;
/** Lists that lie over a screen, to choose from or to scroll in. */
export const PANES = [
  'help',
  'contents',
  'links',
  'topics',
  'feeds',
  'signups',
  'notices',
  'settings',
  'rules',
  'arranging',
  'orders',
  'history',
] as const;
export const ALL = [...SCREENS, ...PANES] as const;
export const EVERYWHERE = [...ALL, 'confirm', 'ask', 'subscribe'] as const;
