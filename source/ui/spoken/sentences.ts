import {keyOf} from '../../app/overlays/help.ts';
import {cardOf} from '../../app/list/list.ts';
import {shelvesOf} from '../../app/publications/shelves.ts';
import {listTitle, selectedRow} from '../../app/list/list.ts';
import type {ArticleScreen, ListScreen, PublicationsScreen, Screen, State} from '../../app/core/state.ts';
import {screenOf} from '../../app/core/state.ts';
import {layoutOf} from '../../app/core/layout.ts';
import {emptyLines} from '../screens/empty-lines.ts';
import {ASCII} from '../../screen/glyphs.ts';
import {textOf} from '../parts/line.ts';
import {linkSentence, matchSentences, opened, passed} from './article-sentences.ts';
import {movedInPane, openedPane} from './pane-sentences.ts';
import {promptSentences} from './prompt-sentences.ts';
import {rowSentence} from './row-sentence.ts';

/** The sentences after something has happened; nothing is said twice. */
export function sentences(before: State | undefined, now: State): readonly string[] {
  const said = [...aboutOverlay(before, now), ...aboutScreen(before, now)];
  const {notice} = now;
  if (notice && notice.id !== before?.notice?.id)
    said.push(notice.canUndo ? `${notice.text} ${keyOf(now, 'undo')} undoes it.` : notice.text);
  return said.filter(sentence => sentence !== '');
}

function aboutOverlay(before: State | undefined, now: State): readonly string[] {
  const {overlay} = now;
  const was = before?.overlay;
  if (!overlay || overlay === was || overlay.kind === 'ask') return [];
  if (overlay.kind === 'confirm') return [`${overlay.question} y for yes, n for no.`];
  if (overlay.kind === 'subscribe')
    return promptSentences(was?.kind === 'subscribe' ? was : undefined, overlay);
  const same = was?.kind === overlay.kind ? was : undefined;
  return same ? movedInPane(now, same, overlay) : openedPane(now, overlay);
}

function aboutScreen(before: State | undefined, now: State): readonly string[] {
  if (now.overlay) return [];
  const screen = screenOf(now);
  const was = before && screenOf(before);
  const closed = before?.overlay;
  const isBack = closed !== undefined;
  const isFound = closed?.kind === 'ask' && (closed.purpose === 'filter' || closed.purpose === 'find');
  switch (screen.kind) {
    case 'list': {
      return isFound && screen.search
        ? [`${screen.window.total} found.`, ...rowOrEmpty(now, screen)]
        : aboutList(now, was, screen, isBack);
    }
    case 'article': {
      const same = was?.kind === 'article' && was.key === screen.key ? was : undefined;
      return aboutArticle(same, screen, isFound);
    }
    default: {
      return aboutPublications(now, was, screen, isBack);
    }
  }
}

function aboutList(
  state: State,
  was: Screen | undefined,
  list: ListScreen,
  isBack: boolean,
): readonly string[] {
  const same = was?.kind === 'list' && was.key === list.key ? was : undefined;
  if (!same || (same.window.total === 0 && list.window.total > 0))
    return [list.window.total > 0 ? listIntroduction(state, list) : '', ...rowOrEmpty(state, list)];
  if (same.search && !list.search) return [listIntroduction(state, list), ...rowOrEmpty(state, list)];
  const isMoved = same.selected !== list.selected || selectedRow(same)?.id !== selectedRow(list)?.id;
  return isMoved || isBack ? rowOrEmpty(state, list) : [];
}

function listIntroduction(state: State, list: ListScreen): string {
  const title = listTitle(state, list);
  const {total, unread} = list.window;
  const role = list.author?.role === undefined ? '' : `, ${list.author.role}`;
  const counted = `${title}${role}. ${total} ${total === 1 ? 'article' : 'articles'}, ${unread} unread.`;
  return isBeginning(state) ? `${counted} ${helpKey(state)} lists the keys.` : counted;
}

/** Nobody reads hints aloud: where the keys are is said once, at the beginning. */
function isBeginning({trail, past, future}: State): boolean {
  return trail.length + past.length + future.length === 1;
}

/** Screen readers often leave a question mark out. */
function helpKey(state: State): string {
  const key = keyOf(state, 'help');
  return key === '?' ? 'Question mark' : key;
}

function rowOrEmpty(state: State, list: ListScreen): readonly string[] {
  if (list.window.total === 0)
    return emptyLines(state, list, layoutOf(state), ASCII).map(line => textOf(line).trim());
  const card = list.selected === list.window.total ? cardOf(state, list) : undefined;
  if (!card) return [rowSentence(list)];
  return [`Newsletter: ${[card.heading, card.pitch].filter(Boolean).join('. ')} Enter subscribes.`];
}

function aboutArticle(
  was: ArticleScreen | undefined,
  article: ArticleScreen,
  isFound: boolean,
): readonly string[] {
  const {page, problem, chosen, find, next, place} = article;
  if (problem && problem !== was?.problem) return [problem.message, problem.advice ?? ''];
  if (!page) return [];
  const said: string[] = [];
  if (!was?.page) said.push(...opened(article));
  else if (chosen && chosen !== was.chosen) said.push(linkSentence(chosen));
  else if (find && (find !== was.find || isFound)) said.push(...matchSentences(page, find));
  else said.push(...passed(page, was.place, place));
  if (next && next.id !== was?.next?.id) said.push(`Space opens the next unread: ${next.title}.`);
  return said;
}

function aboutPublications(
  state: State,
  was: Screen | undefined,
  screen: PublicationsScreen,
  isBack: boolean,
): readonly string[] {
  const shelves = shelvesOf(state, screen);
  const same = was?.kind === 'publications' && was.key === screen.key ? was : undefined;
  if (same && same.selected === screen.selected && !isBack) return [];
  const shelf = shelves[screen.selected];
  const {publication} = shelf ?? {};
  const counts = [
    shelf?.kind === 'folder' ? `folder${shelf.isClosed ? ', closed' : ''}` : '',
    publication?.isHidden ? 'hidden' : '',
    publication?.isMuted ? 'muted' : '',
    publication && (state.problems[publication.id] ?? publication.problem) ? 'not fetched' : '',
    shelf?.unread === undefined ? '' : `${shelf.unread} unread`,
    shelf?.total === undefined ? '' : `${shelf.total} in all`,
  ];
  const row = shelf
    ? `${screen.selected + 1} of ${shelves.length}, ${[shelf.title, ...counts].filter(Boolean).join(', ')}`
    : 'Nothing here is called that.';
  return same ? [row] : ['Publications.', row];
}
