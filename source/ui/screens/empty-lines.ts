import wrapAnsi from 'wrap-ansi';
import type {Layout} from '../../app/core/layout.ts';
import {publicationOf} from '../../app/list/list.ts';
import type {ListScreen, State} from '../../app/core/state.ts';
import {keyHere, keyOf} from '../../app/overlays/help.ts';
import type {Glyphs} from '../../screen/glyphs.ts';
import {keyHintLines} from '../parts/key-hints.ts';
import type {KeyHint} from '../parts/key-hints.ts';
import {BLANK, segment} from '../parts/line.ts';
import type {Line} from '../parts/line.ts';
import {isOnTheWeb} from '../../domain/publication/location.ts';
import type {Role} from '../../domain/theme/theme.ts';

/** An empty list says why, and what to press. */
export function emptyLines(
  state: State,
  screen: ListScreen,
  layout: Layout,
  glyphs: Glyphs,
): readonly Line[] {
  const width = Math.max(10, Math.min(72, layout.listColumns - 6));
  const paragraph = (text: string, role: Role): Line[] =>
    wrapAnsi(text, width, {hard: true})
      .split('\n')
      .map(line => [segment('    '), segment(line, role)]);
  const keys = (...wanted: KeyHint[]): Line[] =>
    state.isSpoken
      ? wanted.map(([act, does]) => [segment(`${keyOf(state, act)} ${does}.`)])
      : [BLANK, ...keyHintLines(state.keymap, wanted, width).map(line => [segment('    '), ...line])];
  if (screen.search) {
    const {text, fault} = screen.search;
    // While it is typed, what can't be understood is told of there.
    if (fault && state.overlay) return [];
    return [
      ...paragraph(
        fault?.message ?? `Nothing here matches “${shortened(text.trim())}”.`,
        fault ? 'warning' : 'text',
      ),
      BLANK,
      ...paragraph(`${keyHere(state, 'esc')} clears the search.`, 'quiet'),
    ];
  }
  if (screen.view.query)
    return [
      ...paragraph(NOTHING[screen.view.query] ?? 'Nothing was found.', 'text'),
      ...keys(['back', 'goes back']),
    ];
  if (state.refreshing)
    return paragraph(`Opening ${state.refreshing.current ?? ''}${glyphs.ellipsis}`, 'quiet');
  const publication = publicationOf(state, screen);
  const problem = publication
    ? (state.problems[publication.id] ?? publication.problem)
    : Object.values(state.problems)[0];
  if (problem)
    return [
      ...paragraph(problem.message, 'error'),
      ...paragraph(problem.advice ?? '', 'text'),
      ...keys(['refresh', 'tries again'], ['add', 'adds a blog'], leaves(state)),
    ];
  // Nothing was ever fetched: that is about to happen.
  if (publication && publication.fetchedAt === undefined) {
    if (state.settings.isOffline && isOnTheWeb(publication))
      return [
        ...paragraph('Inkwell is offline, and this blog was not fetched before.', 'text'),
        ...keys(['publications', 'shows the others'], leaves(state)),
      ];
    return paragraph(`Opening ${publication.title}${glyphs.ellipsis}`, 'quiet');
  }
  return [
    ...paragraph('There are no articles here yet.', 'text'),
    ...keys(['refresh', 'fetches them'], ['add', 'adds a blog'], leaves(state)),
  ];
}

/** Shelves that are empty, in their own words. */
const NOTHING: Readonly<Record<string, string>> = {
  'is:unread': 'Everything here is read.',
  'is:new': 'Nothing new since last time.',
  'is:started': 'Nothing is left half-read.',
  'is:starred': 'Nothing is starred yet.',
};

function leaves({trail}: State): KeyHint {
  return ['back', trail.length > 1 ? 'goes back' : 'leaves'];
}

/** So much of what was looked for as says which it was. */
function shortened(text: string): string {
  return text.length > 200 ? `${text.slice(0, 200)}…` : text;
}
