import wrapAnsi from 'wrap-ansi';
import type {Layout} from '../app/layout.ts';
import {publicationOf} from '../app/list.ts';
import type {ListScreen, State} from '../app/state.ts';
import type {Glyphs} from './glyphs.ts';
import {BLANK, segment} from './line.ts';
import type {Line} from './line.ts';
import {isOnTheWeb} from '../domain/location.ts';
import type {Role} from '../domain/theme.ts';

/** An empty list says why, and what to press. */
export function emptyLines(
  state: State,
  screen: ListScreen,
  layout: Layout,
  glyphs: Glyphs,
): readonly Line[] {
  const publication = publicationOf(state, screen);
  const problem = publication
    ? (state.problems[publication.id] ?? publication.problem)
    : Object.values(state.problems)[0];
  const paragraph = (text: string, role: Role): Line[] =>
    wrapAnsi(text, Math.max(10, Math.min(72, layout.listColumns - 6)), {hard: true})
      .split('\n')
      .map(line => [segment('    '), segment(line, role)]);
  if (screen.search)
    return [
      ...paragraph(`Nothing here matches “${screen.search.text}”.`, 'text'),
      BLANK,
      ...paragraph('Esc clears the search.', 'quiet'),
    ];
  if (state.refreshing)
    return paragraph(`Fetching ${state.refreshing.current ?? ''}${glyphs.ellipsis}`, 'quiet');
  if (problem)
    return [
      ...paragraph(problem.message, 'error'),
      ...paragraph(problem.advice ?? '', 'text'),
      BLANK,
      ...paragraph('r tries again  + adds a blog  q leaves', 'quiet'),
    ];
  // Nothing was ever fetched: that is about to happen.
  if (
    publication &&
    publication.fetchedAt === undefined &&
    (!state.settings.isOffline || !isOnTheWeb(publication))
  )
    return paragraph(`Opening ${publication.title}${glyphs.ellipsis}`, 'quiet');
  if (screen.view.query)
    return [...paragraph('Nothing here.', 'text'), BLANK, ...paragraph('q goes back.', 'quiet')];
  return [
    ...paragraph('There are no articles here yet.', 'text'),
    BLANK,
    ...paragraph('r fetches them  + adds a blog  ? help', 'quiet'),
  ];
}
