import type {Rule} from '../../domain/rule/rule.ts';
import {arrangingRows} from '../../app/overlays/arranging.ts';
import type {ArrangingRow} from '../../app/overlays/arranging.ts';
import {GUTTER, helpTable, keyOf} from '../../app/overlays/help.ts';
import type {HelpLine} from '../../app/overlays/help.ts';
import {noticeRows} from '../../app/core/notices.ts';
import type {Pane} from '../../app/overlays/panes.ts';
import {currentHeading} from '../../app/article/reading.ts';
import {ORDER_CHOICES} from '../../app/list/sort.ts';
import {chosenSettings} from '../../app/overlays/settings.ts';
import type {State, Topic} from '../../app/core/state.ts';
import {screenOf} from '../../app/core/state.ts';
import {readableAddress} from '../../domain/publication/location.ts';
import type {PageLink} from '../../domain/page/page.ts';
import {clockTime} from '../parts/dates.ts';
import type {Glyphs} from '../../screen/glyphs.ts';
import {BLANK, clip, pad, segment, spread, widthOf} from '../parts/line.ts';
import type {Line} from '../parts/line.ts';
import {signupRows} from './signup-rows.ts';

/** All rows of a pane, whatever part of them is in view. */
export function paneRowLines(state: State, pane: Pane, glyphs: Glyphs, width: number): readonly Line[] {
  switch (pane.kind) {
    case 'help': {
      return keyRows(state, pane.field.value, width);
    }
    case 'contents': {
      return chosen(pane.selected, glyphs, contentsRows(state, glyphs, width));
    }
    case 'links': {
      return chosen(pane.selected, glyphs, linkRows(state, width));
    }
    case 'topics': {
      return chosen(pane.selected, glyphs, pane.topics.map(topicRow));
    }
    case 'feeds': {
      const rows = pane.feeds.map(({title, url}) => [
        segment(title),
        segment(`  ${readableAddress(url)}`, 'quiet' as const),
      ]);
      return chosen(pane.selected, glyphs, rows);
    }
    case 'signups': {
      return signupRows(state, pane.signups, width).map((line, index) =>
        pane.signups.length > 0 ? choice(index === pane.selected, glyphs, line) : [segment('  '), ...line],
      );
    }
    case 'rules': {
      return pane.rules.length === 0
        ? [
            [
              segment('  No rules yet. Search for something, then '),
              segment(keyOf(state, 'make-rule'), 'accent'),
              segment(' makes one of it.'),
            ],
          ]
        : chosen(pane.selected, glyphs, pane.rules.map(ruleRow));
    }
    case 'arranging': {
      return chosen(
        pane.selected,
        glyphs,
        arrangingRows(state, pane).map(row => arrangingRow(row, width)),
      );
    }
    case 'history': {
      if (pane.acts.length === 0) return [[segment('  Nothing to undo.', 'quiet')]];
      const rows = pane.acts.map(({description, isOfThisRun}) => [
        ...clip([segment(description)], width - 12),
        segment(isOfThisRun ? '' : '  earlier', 'quiet' as const),
      ]);
      return chosen(pane.selected, glyphs, rows);
    }
    case 'orders': {
      const rows = ORDER_CHOICES.map(({key, title, reversed}) => [
        segment(`${key}  `, 'accent' as const),
        segment(pane.isReversed ? reversed : title),
      ]);
      return chosen(pane.selected, glyphs, rows);
    }
    case 'notices': {
      return messageRows(state, width);
    }
    default: {
      return chosen(pane.selected, glyphs, settingRows(state, width));
    }
  }
}

function ruleRow(rule: Rule, index: number): Line {
  const {query, do: acts, in: within, name} = rule;
  return [
    segment(`${index + 1}  `, 'quiet'),
    segment(acts.join(', '), 'accent'),
    segment(`  ${query === '' ? 'everything' : query}`),
    ...(within === undefined ? [] : [segment(`  in ${readableAddress(within)}`, 'quiet' as const)]),
    ...(name === undefined ? [] : [segment(`  ${name}`, 'quiet' as const)]),
  ];
}

/** Title and value; its origin stands at the right where there is room. */
function arrangingRow({title, value, from}: ArrangingRow, width: number): Line {
  const left = [segment(pad(title, 21), 'quiet' as const), segment(value)];
  return width < 64 ? left : spread(left, [segment(from, 'quiet')], width - 2);
}

function messageRows(state: State, width: number): readonly Line[] {
  return noticeRows(state, width).map(({at, text, tone}) => [
    segment(at === undefined ? '         ' : `  ${clockTime(new Date(at).toISOString())}  `, 'quiet'),
    segment(text, tone === 'plain' ? 'text' : tone),
  ]);
}

function chosen(selected: number, glyphs: Glyphs, lines: readonly Line[]): readonly Line[] {
  return lines.map((line, index) => choice(index === selected, glyphs, line));
}

function choice(isSelected: boolean, glyphs: Glyphs, line: Line): Line {
  return [
    segment(isSelected ? `${glyphs.bar} ` : '  ', 'accent'),
    ...line.map(one => (isSelected ? {...one, isBold: true} : one)),
  ];
}

function keyRows(state: State, search: string, whole: number): readonly Line[] {
  const {rows, width, keysWidth} = helpTable(state, search, whole);
  if (rows.length === 0) return [[segment(`  No key does “${search}”.`, 'quiet')]];
  return rows.map(([left, right]) => {
    const line = left ? keyLine(left, keysWidth) : BLANK;
    if (!right) return line;
    const gap = ' '.repeat(Math.max(1, width + GUTTER - widthOf(line)));
    return [...line, segment(gap), ...keyLine(right, keysWidth)];
  });
}

function keyLine(line: HelpLine, keysWidth: number): Line {
  if (line.kind === 'blank') return BLANK;
  return line.kind === 'heading'
    ? [segment(`  ${line.text}`, 'heading', true)]
    : [segment('  '), segment(pad(line.keys, keysWidth), 'accent'), segment(`  ${line.title}`, 'text')];
}

function contentsRows(state: State, glyphs: Glyphs, width: number): readonly Line[] {
  const screen = screenOf(state);
  if (screen.kind !== 'article' || !screen.page) return [];
  const current = currentHeading(screen);
  const highest = Math.min(6, ...screen.page.headings.map(({level}) => level));
  return screen.page.headings.map(({level, text}, index) => {
    const indent = 2 * (Math.min(level, highest + 3) - highest);
    return [
      segment(index === current ? `${glyphs.dot} ` : '  ', 'accent'),
      segment(' '.repeat(indent)),
      ...clip([segment(text, level <= highest + 1 ? 'text' : 'quiet')], width - 2 - indent),
    ];
  });
}

function linkRows(state: State, width: number): readonly Line[] {
  const screen = screenOf(state);
  const links = screen.kind === 'article' ? (screen.page?.links ?? []) : [];
  // If there is no room for both, the words are worth more than the address.
  const isNarrow = width < 48;
  const textWidth = isNarrow ? width - 6 : columnFor(links, width);
  return links.map(link => [
    segment(link.number === undefined ? '    ' : `${String(link.number).padStart(3)} `, 'quiet'),
    ...(isNarrow
      ? clip([...hostOf(link), segment(link.text, 'link')], textWidth)
      : [
          ...spread([segment(link.text, 'link')], [], textWidth),
          segment(' '.repeat(Math.max(0, textWidth - widthOf([segment(link.text)])))),
          ...clip([segment('  '), ...hostOf(link), segment(addressOf(link), 'quiet')], width - textWidth - 8),
        ]),
  ]);
}

/** The host of a link whose words say otherwise: it comes first, so that it is never cut. */
function hostOf({host}: PageLink): Line {
  return host === undefined ? [] : [segment(`${host}  `, 'warning')];
}

/** As wide as the longest words of a link, and no wider than leaves room for the addresses. */
function columnFor(links: readonly PageLink[], width: number): number {
  const longest = Math.max(8, ...links.map(({text}) => widthOf([segment(text)])));
  return Math.min(longest, Math.floor((width - 8) * 0.45));
}

const LINKED: Readonly<Record<Exclude<PageLink['target']['kind'], 'url'>, string>> = {
  place: 'in this article',
  article: 'an article here',
  author: 'the author’s page',
  subscribe: 'the newsletter',
};

function addressOf({target}: PageLink): string {
  return target.kind === 'url' ? readableAddress(target.url) : LINKED[target.kind];
}

const TOPICS: Readonly<Record<Topic['kind'], string>> = {author: 'by', category: 'in', tag: 'about'};

function topicRow({kind, name, author}: Topic): Line {
  const role = author?.role === undefined ? '' : `  ${author.role}`;
  return [segment(TOPICS[kind].padEnd(7), 'quiet'), segment(name, 'text'), segment(role, 'quiet')];
}

function settingRows({settings}: State, width: number): readonly Line[] {
  const titleWidth = Math.min(32, Math.floor(width * 0.55));
  return chosenSettings(settings).map(({title, value}) => [
    segment(pad(title, titleWidth)),
    segment(`  ${value}`, 'accent'),
  ]);
}
