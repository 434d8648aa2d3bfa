import {paneRows} from '../app/panes.ts';
import type {Pane} from '../app/panes.ts';
import type {State} from '../app/state.ts';
import type {Glyphs} from './glyphs.ts';
import {BLANK, clip, segment, spread} from './line.ts';
import type {Line} from './line.ts';
import {paneRowLines} from './pane-rows.ts';

export const PANE_TITLES: Readonly<Record<Pane['kind'], string>> = {
  help: 'Keys',
  contents: 'Contents',
  links: 'Links',
  topics: 'More by and about',
  signups: 'Sign-ups',
  notices: 'Messages',
  settings: 'Settings',
};

/** What stands over a screen: a title, a blank line, and the rows in view. */
export function paneLines(state: State, pane: Pane, glyphs: Glyphs): readonly Line[] {
  const width = state.columns - 4;
  const rows = paneRowLines(state, pane, glyphs, width);
  const height = paneRows(state);
  const top =
    'top' in pane
      ? pane.top
      : Math.max(0, Math.min(pane.selected - Math.floor(height / 2), rows.length - height));
  const share = rows.length > height ? `${Math.min(rows.length, top + height)} of ${rows.length}` : '';
  return [
    [segment('  '), ...spread(titleOf(pane, glyphs), [segment(share, 'quiet')], width)],
    BLANK,
    ...rows.slice(top, top + height).map(line => clip(line, state.columns)),
  ];
}

function titleOf(pane: Pane, glyphs: Glyphs): Line {
  const title = segment(PANE_TITLES[pane.kind], 'accent', true);
  if (pane.kind !== 'help' || (!pane.isTyping && pane.field.value === '')) return [title];
  return [
    title,
    segment(`  /${pane.field.value}`, 'text'),
    segment(pane.isTyping ? glyphs.caret : '', 'accent'),
  ];
}
