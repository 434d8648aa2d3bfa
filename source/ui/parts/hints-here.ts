import {openConfirmation} from '../../domain/newsletter/signup-words.ts';
import type {Act} from '../../app/keys/keymap.ts';
import {layoutOf} from '../../app/core/layout.ts';
import {isOnCard} from '../../app/list/list.ts';
import {shelvesOf} from '../../app/publications/shelves.ts';
import type {Shelf} from '../../app/publications/shelves.ts';
import {canBeConfirmed} from '../../app/overlays/signups.ts';
import type {Overlay, PublicationsScreen, State} from '../../app/core/state.ts';
import {screenOf} from '../../app/core/state.ts';
import {offersAdding} from './masthead-lines.ts';

/*
 * A hint that names a key names what it does here: on this screen, on the row that is selected. What does
 * nothing is not named.
 */

/** The acts of a screen that come to something now. */
export function possibleHere(state: State, acts: readonly Act[]): readonly Act[] {
  const {overlay} = state;
  if (overlay) return inOverlay(state, overlay, acts);
  const screen = screenOf(state);
  switch (screen.kind) {
    case 'list': {
      const {total} = screen.window;
      if (total === 0) return without(firstHints(state, acts), 'open', 'toggle-star', 'subscribe');
      return isOnCard(screen) ? without(acts, 'toggle-star', 'subscribe') : firstHints(state, acts);
    }
    case 'article': {
      return screen.page?.hasHeadings === false ? without(acts, 'contents') : acts;
    }
    default: {
      return onShelf(selectedShelf(state, screen), acts);
    }
  }
}

/** The word for a key's act on the very row that is selected, where the keymap's word would be wrong. */
export function wordHere(state: State, act: Act): string | undefined {
  const {overlay} = state;
  const screen = screenOf(state);
  if (overlay?.kind === 'signups') {
    const selected = overlay.signups[overlay.selected];
    const stands = selected?.state;
    if (act === 'open' && selected && openConfirmation(selected)) return 'confirm';
    if (act === 'open' && stands !== 'waiting') return 'more';
    return act === 'confirmed' && stands === 'confirmed' ? 'not confirmed' : undefined;
  }
  if (overlay) return undefined;
  if (screen.kind === 'list') return isOnCard(screen) && act === 'open' ? 'subscribe' : undefined;
  if (screen.kind !== 'publications') return undefined;
  const shelf = selectedShelf(state, screen);
  if (shelf?.account?.isLocked && act === 'refresh') return 'password';
  if (act === 'arrange') return 'test';
  if (act === 'fold' && shelf?.isClosed) return 'unfold';
  if (act === 'hide' && shelf?.publication?.isHidden) return 'show';
  return act === 'mute' && shelf?.publication?.isMuted ? 'unmute' : undefined;
}

function inOverlay(state: State, overlay: Overlay, acts: readonly Act[]): readonly Act[] {
  if (overlay.kind === 'signups') {
    const signup = overlay.signups[overlay.selected];
    if (!signup) return acts.slice(-1);
    return canBeConfirmed(signup) ? acts : without(acts, 'confirmed');
  }
  if (overlay.kind !== 'links') return acts;
  const screen = screenOf(state);
  const link = screen.kind === 'article' ? screen.page?.links[overlay.selected] : undefined;
  return link?.target.kind === 'url' ? acts : without(acts, 'browser', 'copy-url', 'save-page');
}

function onShelf(shelf: Shelf | undefined, acts: readonly Act[]): readonly Act[] {
  switch (shelf?.kind) {
    case 'publication': {
      return without(acts, 'fold');
    }
    case 'folder': {
      return without(acts, 'remove', 'hide', 'mute', 'folder');
    }
    case 'account': {
      return shelf.account?.isLocked
        ? ['open', 'refresh', 'remove', 'back', 'help']
        : ['open', 'arrange', 'refresh', 'remove', 'back', 'help'];
    }
    case 'saved': {
      return without(acts, 'fold', 'hide', 'mute', 'folder');
    }
    default: {
      return without(acts, 'fold', 'remove', 'hide', 'mute', 'folder');
    }
  }
}

function selectedShelf(state: State, screen: PublicationsScreen): Shelf | undefined {
  return shelvesOf(state, screen)[screen.selected];
}

/**
 * In the greeting of the journal the way to a blog of one's own stands first, unless the masthead shows it.
 */
function firstHints(state: State, acts: readonly Act[]): readonly Act[] {
  const screen = screenOf(state);
  const isFirst = state.isFirstRun && !state.overlay && screen.key === state.trail[0].key;
  if (!isFirst || screen.kind !== 'list') return acts;
  return !offersAdding(state, screen, layoutOf(state)) ? ['add', ...acts] : acts;
}

function without(acts: readonly Act[], ...others: readonly Act[]): readonly Act[] {
  return acts.filter(act => !others.includes(act));
}
