import {actFor} from '../../app/keys/keymap.ts';
import {linkNumbered} from '../../app/article/links.ts';
import {isPane} from '../../app/overlays/panes.ts';
import type {Overlay, Screen, State} from '../../app/core/state.ts';
import {screenOf} from '../../app/core/state.ts';
import {ARTICLE, linkSentence} from './article-sentences.ts';
import {LIST} from './list-sentences.ts';
import {movedInPane, openedPane, rowOf} from './pane-sentences.ts';
import {askSentences, promptSentences} from './prompt-sentences.ts';
import {PUBLICATIONS} from './publications-sentences.ts';
import {settingSentences} from './setting-sentences.ts';
import type {Speaker} from './speaker.ts';
import {firstKey} from './first-key.ts';

const SCREENS: {readonly [Kind in Screen['kind']]: Speaker<Kind>} = {
  list: LIST,
  article: ARTICLE,
  publications: PUBLICATIONS,
};

/** The speaker of a screen, whichever kind it is. */
function speakerOf(screen: Screen): Speaker<Screen['kind']> {
  return SCREENS[screen.kind] as Speaker<Screen['kind']>;
}

/** The sentences after something has happened; one thing is said once. `key`: the one that was pressed. */
export function sentences(before: State | undefined, now: State, key?: string): readonly string[] {
  if (now.isLeaving) return before?.isLeaving ? [] : ['Leaving Inkwell.'];
  const {notice} = now;
  const isNew = notice !== undefined && notice.id !== before?.notice?.id;
  // The answer to the key is what is said; that the screen is as it was need not be said beside it.
  const isAnswer = isNew && !notice.isUnasked;
  const isSameScreen = before !== undefined && screenOf(before).key === screenOf(now).key;
  const said = [...aboutOverlay(before, now)];
  if (!isAnswer || !isSameScreen) said.push(...aboutScreen(before, now, key));
  if (!isAnswer) said.push(...settingSentences(before, now), ...aboutDigits(before, now));
  said.push(...aboutWaiting(before, now));
  if (isNew) {
    const hint = notice.canUndo && now.settings.speechLevel !== 'brief';
    said.push(hint ? `${notice.text} ${firstKey(now, 'undo')} undoes it.` : notice.text);
  }
  return said.filter(sentence => sentence !== '');
}

/** Once more where one is: what lies over the screen, or the screen. */
export function onceMore(now: State): readonly string[] {
  const {overlay} = now;
  if (overlay && isPane(overlay)) return [rowOf(now, overlay)];
  if (overlay) return aboutOverlay(undefined, now);
  const screen = screenOf(now);
  return speakerOf(screen)
    .back(now, screen)
    .filter(sentence => sentence !== '');
}

function aboutOverlay(before: State | undefined, now: State): readonly string[] {
  const {overlay} = now;
  const was = before?.overlay;
  if (!overlay || overlay === was) return [];
  if (overlay.kind === 'ask') return askSentences(before ?? {}, now);
  if (overlay.kind === 'confirm') return [overlay.question, 'y for yes, n for no.'];
  if (overlay.kind === 'subscribe')
    return promptSentences(was?.kind === 'subscribe' ? was : undefined, overlay, now);
  if (was?.kind === 'confirm' && was.over?.kind === overlay.kind) return [rowOf(now, overlay)];
  return was?.kind === overlay.kind ? movedInPane(now, was, overlay) : openedPane(now, overlay);
}

function aboutScreen(before: State | undefined, now: State, key: string | undefined): readonly string[] {
  if (now.overlay) return [];
  const screen = screenOf(now);
  const speaker = speakerOf(screen);
  const was = before && screenOf(before);
  if (!before || was?.key !== screen.key)
    return before && isKnown(before, screen) ? speaker.back(now, screen) : speaker.entered(now, screen);
  const closed = before.overlay;
  const isAnswered = closed !== undefined && wasAnswered(closed, before, now, key);
  const act = key === undefined || closed ? undefined : actFor(before.keymap, screen.kind, key);
  const changed = speaker.changed(now, was, screen, {closed, isAnswered, act});
  return changed.length === 0 && closed && !isAnswered ? speaker.back(now, screen) : changed;
}

/** The screen was on a trail already. */
function isKnown({trail, past, future}: State, {key}: Screen): boolean {
  return [trail, ...past, ...future].some(screens => screens.some(one => one.key === key));
}

/** Enter, or yes: what was asked for answers itself. */
function wasAnswered(closed: Overlay, before: State, now: State, key: string | undefined): boolean {
  if (closed.kind === 'ask') return before.typed !== now.typed || key === 'enter';
  if (closed.kind === 'confirm') return key === 'y' || key === 'Y' || key === 'enter';
  return false;
}

/** The digits of a count, or the link that they name. */
function aboutDigits(before: State | undefined, now: State): readonly string[] {
  if (now.digits === '' || now.digits === before?.digits) return [];
  const link = linkNumbered(now);
  return [link ? linkSentence(link) : now.digits];
}

/** Something that takes its time has begun. */
function aboutWaiting(before: State | undefined, now: State): readonly string[] {
  const {fetching, refreshing} = now;
  if (fetching !== undefined && fetching !== before?.fetching) return [`Fetching ${fetching}.`];
  const isBegun = refreshing?.isQuiet === false && before?.refreshing?.isQuiet !== false;
  if (!isBegun || refreshing.total === 0) return [];
  return [`Fetching ${refreshing.total === 1 ? '1 source' : `${refreshing.total} sources`}.`];
}
