import {publicationRows, shelvesOf} from '../app/act-publications.ts';
import type {Layout} from '../app/layout.ts';
import type {PublicationsScreen, State} from '../app/state.ts';
import type {Glyphs} from './glyphs.ts';
import {BLANK, segment, spread} from './line.ts';
import type {Line} from './line.ts';

/** Shelves over everything, then the publications with their counts. */
export function publicationsLines(
  state: State,
  screen: PublicationsScreen,
  layout: Layout,
  glyphs: Glyphs,
): readonly Line[] {
  const width = state.columns - 4;
  const head: Line[] = [
    [segment('  '), segment(`${glyphs.back} `, 'quiet'), segment('Publications', 'accent', true)],
  ];
  while (head.length < layout.masthead) head.push(BLANK);
  const rows = shelvesOf(state).map(({title, unread, total, publicationId}, index): Line => {
    const isSelected = index === screen.selected;
    const problem =
      publicationId === undefined
        ? undefined
        : (state.problems[publicationId] ?? state.publications.find(({id}) => id === publicationId)?.problem);
    const counts =
      unread === undefined ? '' : unread > 0 ? `${unread} of ${total ?? 0}` : `${total ?? 0} read`;
    const right = problem
      ? [segment('could not be fetched  ', 'warning'), segment(counts, 'quiet')]
      : [segment(counts, 'quiet')];
    const mark =
      publicationId !== undefined && (unread ?? 0) > 0
        ? segment(`${glyphs.unread} `, 'unread')
        : segment('  ');
    return [
      segment(isSelected ? `${glyphs.bar} ` : '  ', 'accent'),
      mark,
      ...spread(
        [
          segment(
            title,
            isSelected ? 'selected' : publicationId === undefined ? 'heading' : 'title',
            isSelected,
          ),
        ],
        right,
        width - 2,
      ),
    ];
  });
  return [...head, ...rows.slice(screen.top, screen.top + publicationRows(state))];
}
