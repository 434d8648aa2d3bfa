import {shelvesOf} from '../../app/publications/shelves.ts';
import type {PublicationsScreen, State} from '../../app/core/state.ts';
import {accountFacts} from '../screens/publications-lines.ts';
import type {Speaker} from './speaker.ts';

/** The publications: shelves, folders and what is followed. */
export const PUBLICATIONS: Speaker<'publications'> = {
  entered: (state, screen) => [
    `Publications, ${shelvesOf(state, screen).length} rows.`,
    shelfSentence(state, screen),
  ],

  back: (state, screen) => ['Back in Publications.', shelfSentence(state, screen)],

  changed(state, was, screen, {closed, isAnswered}) {
    if (closed?.kind === 'ask' && closed.purpose === 'filter' && isAnswered && screen.search !== undefined) {
      const count = shelvesOf(state, screen).length;
      return [`${count} ${count === 1 ? 'row' : 'rows'}.`, shelfSentence(state, screen)];
    }
    if (was.search !== undefined && screen.search === undefined && !state.overlay)
      return ['Search cleared.', shelfSentence(state, screen)];
    return was.selected === screen.selected ? [] : [shelfSentence(state, screen)];
  },
};

/** "4 of 12, Sea, folder, closed, 3 unread, 20 in all". */
function shelfSentence(state: State, screen: PublicationsScreen): string {
  const shelves = shelvesOf(state, screen);
  const shelf = shelves[screen.selected];
  if (!shelf) return 'Nothing here is called that.';
  const {account: at, isClosed, kind, publication, title, total, unread} = shelf;
  const {account, folder, id = '', isHidden, isMuted, problem} = publication ?? {};
  return [
    `${screen.selected + 1} of ${shelves.length}`,
    title,
    kind === 'folder' ? `folder${isClosed ? ', closed' : ', open'}` : '',
    kind === 'saved' ? 'search' : '',
    ...(at ? ['account', ...accountFacts(at)] : []),
    folder === undefined ? '' : `in the folder ${folder}`,
    account === undefined ? '' : `at ${account}`,
    isHidden ? 'hidden' : '',
    isMuted ? 'muted' : '',
    publication && (state.problems[id] ?? problem) ? 'not fetched' : '',
    unread === undefined ? '' : `${unread} unread`,
    total === undefined ? '' : `${total} in all`,
  ]
    .filter(part => part !== '')
    .join(', ');
}
