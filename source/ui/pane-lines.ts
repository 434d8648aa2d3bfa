import {helpLines} from '../app/help.ts';
import {paneRows} from '../app/panes.ts';
import {currentHeading} from '../app/reading.ts';
import {chosenSettings} from '../app/settings.ts';
import type {Overlay, State} from '../app/state.ts';
import {screenOf} from '../app/state.ts';
import type {PageLink} from '../domain/page.ts';
import {clockTime} from './dates.ts';
import type {Glyphs} from './glyphs.ts';
import {BLANK, clip, pad, segment, spread} from './line.ts';
import type {Line} from './line.ts';

type Pane = Extract<Overlay, {kind: 'help' | 'contents' | 'links' | 'notices' | 'settings'}>;

const TITLES: Readonly<Record<Pane['kind'], string>> = {
  help: 'Keys',
  contents: 'Contents',
  links: 'Links',
  notices: 'Messages',
  settings: 'Settings',
};

/** What stands over a screen: a title, a blank line, and the rows in view. */
export function paneLines(state: State, pane: Pane, glyphs: Glyphs): readonly Line[] {
  const width = state.columns - 4;
  const rows = rowsOf(state, pane, glyphs, width);
  const height = paneRows(state);
  const top =
    'top' in pane
      ? pane.top
      : Math.max(0, Math.min(pane.selected - Math.floor(height / 2), rows.length - height));
  const title =
    pane.kind === 'help' && (pane.isTyping || pane.field.value)
      ? `${TITLES.help}  /${pane.field.value}${pane.isTyping ? glyphs.caret : ''}`
      : TITLES[pane.kind];
  const share = rows.length > height ? `${Math.min(rows.length, top + height)} of ${rows.length}` : '';
  return [
    [segment('  '), ...spread([segment(title, 'accent', true)], [segment(share, 'quiet')], width)],
    BLANK,
    ...rows.slice(top, top + height).map(line => clip(line, state.columns)),
  ];
}

function rowsOf(state: State, pane: Pane, glyphs: Glyphs, width: number): readonly Line[] {
  switch (pane.kind) {
    case 'help': {
      return helpRows(state, pane.field.value, width);
    }
    case 'contents': {
      return contentsRows(state, pane.selected, glyphs, width);
    }
    case 'links': {
      return linkRows(state, pane.selected, glyphs, width);
    }
    case 'notices': {
      return state.notices.map(({at, text, tone}) => [
        segment(`  ${clockTime(new Date(at).toISOString())}  `, 'quiet'),
        segment(text, tone === 'plain' ? 'text' : tone),
      ]);
    }
    case 'settings': {
      return chosenSettings(state.settings).map(({title, value}, index) =>
        choice(index === pane.selected, glyphs, [
          segment(pad(title, Math.min(34, Math.floor(width / 2)))),
          segment(`  ${value}`, 'accent'),
        ]),
      );
    }
    default: {
      return [];
    }
  }
}

function choice(isSelected: boolean, glyphs: Glyphs, line: Line): Line {
  return [
    segment(isSelected ? `${glyphs.bar} ` : '  ', 'accent'),
    ...line.map(one => (isSelected ? {...one, isBold: true} : one)),
  ];
}

function helpRows(state: State, search: string, width: number): readonly Line[] {
  const lines = helpLines(state, search);
  const keysWidth = Math.min(22, Math.floor(width / 2));
  if (lines.length === 0) return [[segment(`  No key does “${search}”.`, 'quiet')]];
  return lines.map(line => {
    if (line.kind === 'blank') return BLANK;
    return line.kind === 'heading'
      ? [segment(`  ${line.text}`, 'heading', true)]
      : [segment('  '), segment(pad(line.keys, keysWidth), 'accent'), segment(`  ${line.title}`, 'text')];
  });
}

function contentsRows(state: State, selected: number, glyphs: Glyphs, width: number): readonly Line[] {
  const screen = screenOf(state);
  if (screen.kind !== 'article' || !screen.page) return [];
  const current = currentHeading(screen);
  return screen.page.headings.map(({level, text}, index) => {
    const here = index === current ? segment(`${glyphs.dot} `, 'accent') : segment('  ');
    return choice(index === selected, glyphs, [
      here,
      segment('  '.repeat(Math.max(0, Math.min(level, 5) - 1))),
      ...clip([segment(text, level <= 2 ? 'text' : 'quiet')], width - 8),
    ]);
  });
}

function linkRows(state: State, selected: number, glyphs: Glyphs, width: number): readonly Line[] {
  const screen = screenOf(state);
  const links = screen.kind === 'article' ? (screen.page?.links ?? []) : [];
  return links.map((link, index) => {
    const number = link.number === undefined ? '    ' : `${String(link.number).padStart(3)} `;
    const textWidth = Math.max(8, Math.floor((width - 8) * 0.45));
    return choice(index === selected, glyphs, [
      segment(number, 'quiet'),
      segment(pad(link.text, textWidth), 'link'),
      ...clip([segment(`  ${addressOf(link)}`, 'quiet')], width - textWidth - 8),
    ]);
  });
}

function addressOf({target}: PageLink): string {
  return target.kind === 'url' ? target.url : target.kind === 'article' ? 'an article here' : '';
}
