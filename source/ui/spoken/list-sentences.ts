import {cardOf, isOnCard, listTitle, selectedRow} from '../../app/list/list.ts';
import {selectedRange} from '../../app/list/selection.ts';
import {layoutOf} from '../../app/core/layout.ts';
import type {ListScreen, State} from '../../app/core/state.ts';
import {ASCII} from '../../screen/glyphs.ts';
import {textOf} from '../parts/line.ts';
import {emptyLines} from '../screens/empty-lines.ts';
import {rowSentence} from './row-sentence.ts';
import type {Speaker} from './speaker.ts';
import {firstKey} from './first-key.ts';

/** A list: what it is and how much is in it, then the selected row. */
export const LIST: Speaker<'list'> = {
  entered(state, list) {
    return list.window.total > 0
      ? [introduction(state, list), ...rowOrEmpty(state, list)]
      : rowOrEmpty(state, list);
  },

  back(state, list) {
    const {total} = list.window;
    if (total === 0) return rowOrEmpty(state, list);
    const row = isOnCard(list) ? 'the newsletter' : `row ${list.selected + 1} of ${total}`;
    const where = `Back in ${nameOf(state, list)}, ${row}.`;
    return state.settings.speechLevel === 'brief'
      ? [where, rowSentence(state, list)]
      : [where, rowSentence(state, list, 'position') || (rowOrEmpty(state, list)[0] ?? '')];
  },

  changed(state, was, list, {act, closed, isAnswered}) {
    // A filter is looked at when all of it is typed.
    if (closed?.kind === 'ask' && closed.purpose === 'filter' && isAnswered && list.search)
      return found(state, list);
    if (was.search && !list.search && !state.overlay)
      return [`Search cleared. ${counted(list.window.total)}.`, ...rowOrEmpty(state, list)];
    if (was.window.total === 0 && list.window.total > 0 && !list.search)
      return [introduction(state, list), ...rowOrEmpty(state, list)];
    if (was.view.order !== list.view.order && list.view.order)
      return [`Sorted, ${list.view.order} first.`, ...rowOrEmpty(state, list)];
    // An act on all of them says what it has done.
    if (was.anchor !== undefined && list.anchor === undefined && (act === 'back' || act === 'select'))
      return ['Nothing is selected now.'];
    const isMoved = was.selected !== list.selected || selectedRow(was)?.id !== selectedRow(list)?.id;
    return isMoved ? [...selectionSentence(list), ...rowOrEmpty(state, list)] : [];
  },
};

/** "3 selected.", while several are. */
function selectionSentence(list: ListScreen): readonly string[] {
  const range = selectedRange(list);
  return range ? [`${range.count} selected.`] : [];
}

function found(state: State, list: ListScreen): readonly string[] {
  const {fault} = list.search ?? {};
  if (fault) return [fault.message];
  if (list.window.total === 0) return rowOrEmpty(state, list);
  return [`${counted(list.window.total)}.`, ...rowOrEmpty(state, list)];
}

function introduction(state: State, list: ListScreen): string {
  const {total, unread} = list.window;
  const said = `${nameOf(state, list)}. ${counted(total)}, ${unread} unread.`;
  const isFirst = state.trail.length + state.past.length + state.future.length === 1;
  // Nobody reads hints aloud: where the keys are is said once, at the beginning.
  return isFirst ? `${said} ${firstKey(state, 'help')} lists the keys.` : said;
}

/** "Topic: Rust", "Author: Mara Lindqvist, Staff Engineer", or the title of the list. */
function nameOf(state: State, list: ListScreen): string {
  const title = listTitle(state, list);
  if (list.author) return `Author: ${[title, list.author.role].filter(Boolean).join(', ')}`;
  if (/^(?:tag|category):/.test(list.base.query)) return `Topic: ${title.replace(/^#/, '')}`;
  return title;
}

function counted(total: number): string {
  return total === 1 ? '1 article' : `${total} articles`;
}

function rowOrEmpty(state: State, list: ListScreen): readonly string[] {
  if (list.window.total === 0)
    return emptyLines(state, list, layoutOf(state), ASCII)
      .map(line => textOf(line).trim())
      .filter(line => line !== '');
  const card = list.selected === list.window.total ? cardOf(state, list) : undefined;
  if (!card) return [rowSentence(state, list)];
  return [
    `Newsletter: ${[card.heading, card.pitch].filter(Boolean).join('. ')}`,
    state.settings.speechLevel === 'brief' ? '' : `${firstKey(state, 'open')} subscribes.`,
  ];
}
