import {howFar} from '../../app/core/where.ts';
import type {Reading, State} from '../../app/core/state.ts';
import {isBefore} from '../../app/article/reading.ts';
import {headEnd, isSaid} from '../../app/article/spoken-page.ts';
import type {Act} from '../../app/keys/keymap.ts';
import type {Page, PageLink, Place} from '../../domain/page/page.ts';
import type {Speaker} from './speaker.ts';
import {firstKey} from './first-key.ts';

/** An open article: its text on the way, links and matches by number. */
export const ARTICLE: Speaker<'article'> = {
  entered: (state, article) => problemOf(undefined, article) ?? (article.page ? opened(state, article) : []),

  back(_, article) {
    const {page, place, row} = article;
    if (!page) return problemOf(undefined, article) ?? [];
    return [`Back in ${row?.title ?? 'the article'}.`, ...between(page, place, place)];
  },

  changed(state, was, article, {act, closed, isAnswered}) {
    const {page, chosen, find, next, place} = article;
    const problem = problemOf(was, article);
    if (problem || !page) return problem ?? [];
    if (state.overlay) return [];
    const said: string[] = [];
    const isFound = closed?.kind === 'ask' && closed.purpose === 'find' && isAnswered;
    if (!was.page) said.push(...opened(state, article));
    else if (chosen && chosen !== was.chosen) said.push(linkSentence(chosen));
    else if (was.chosen && !chosen && isSame(was.place, place)) said.push('No link is chosen now.');
    else if (find && (find !== was.find || isFound)) said.push(...matchSentences(page, find));
    else if (was.find && !find && isSame(was.place, place)) said.push('Search cleared.');
    else said.push(...passed(page, was.place, place, act), ...progressAt(state, was, article));
    if (next && next.id !== was.next?.id)
      said.push(
        state.settings.speechLevel === 'brief'
          ? 'End of the article.'
          : `End of the article. ${firstKey(state, 'page-down')} opens the next unread: ${next.title}.`,
      );
    return said;
  },
};

function problemOf(was: Reading | undefined, {problem}: Reading): readonly string[] | undefined {
  return problem && problem !== was?.problem ? [problem.message, problem.advice ?? ''] : undefined;
}

/** An article that has just opened: its head, or where the reader left off. */
function opened(state: State, {page, place, row}: Reading): readonly string[] {
  if (!page) return [];
  if (isBefore(headEnd(page), place))
    return [`${row?.title ?? 'The article'}. You left off here.`, ...between(page, place, place)];
  const hint = `${firstKey(state, 'page-down')} reads on.`;
  return [...between(page, page.start, place), state.settings.speechLevel === 'brief' ? '' : hint];
}

/** Sentences after a move: the text on the way, or the place that a leap has led to. */
function passed(page: Page, from: Place, to: Place, act: Act | undefined): readonly string[] {
  if (isSame(from, to)) return [];
  return act && READS_ON.has(act) && isBefore(from, to)
    ? between(page, page.move(from, 1), to)
    : between(page, to, to);
}

/** The share that is read, behind the heading that was reached last; only for those who want it there. */
function progressAt(state: State, {place: from}: Reading, reading: Reading): readonly string[] {
  const {page, place: to} = reading;
  if (!page || state.settings.speechProgress !== 'headings' || isSame(from, to)) return [];
  const isPassed = page.headings.some(({block}) => block > from.block && block <= to.block);
  return isPassed ? [`${howFar(state, reading)}.`] : [];
}

/** Down by paragraphs or by a stretch: all of it is to be heard. A leap to elsewhere is not. */
const READS_ON: ReadonlySet<Act> = new Set(['down', 'half-down', 'page-down']);

function isSame(a: Place, b: Place): boolean {
  return a.block === b.block && a.line === b.line;
}

/** The number of the match, and its line. */
function matchSentences(page: Page, {spans, current}: NonNullable<Reading['find']>): readonly string[] {
  const span = spans[current];
  if (!span) return ['Not found.'];
  return [`Match ${current + 1} of ${spans.length}.`, ...between(page, span.place, span.place)];
}

/** A link that has been chosen; an address is said once. */
export function linkSentence({number, text, target}: PageLink): string {
  const name = number === undefined ? 'Link' : `Link ${number}`;
  const words = text.replace(/^link \d+, /, '');
  const where = target.kind === 'url' && target.url !== words ? `, to ${target.url}` : '';
  return `${name}, ${words}${where}`;
}

/** Lines at once, at most: a book is not read out because somebody went to its end. */
const MOST = 60;

function between(page: Page, from: Place, to: Place): readonly string[] {
  const count = page.distance(from, to, MOST) + 1;
  if (count > MOST) return between(page, to, to);
  const said: string[] = [];
  for (const line of page.lines(from, count)) {
    if (isSaid(line)) said.push(line.trimEnd());
  }
  return said;
}
