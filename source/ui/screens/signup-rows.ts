import {keyOf} from '../../app/overlays/help.ts';
import type {State} from '../../app/core/state.ts';
import {confirmationWords, lettersWords, openConfirmation} from '../../domain/newsletter/signup-words.ts';
import type {Signup} from '../../domain/newsletter/signup.ts';
import type {Role} from '../../domain/theme/theme.ts';
import {shortDate} from '../parts/dates.ts';
import {clip, pad, segment, widthOf} from '../parts/line.ts';
import type {Line} from '../parts/line.ts';

const STATES: Readonly<Record<Signup['state'], readonly [string, Role]>> = {
  waiting: ['waits to be sent', 'warning'],
  requested: ['confirm by mail', 'text'],
  confirmed: ['confirmed', 'good'],
  recorded: ['noted here only', 'quiet'],
  refused: ['refused', 'error'],
  unknown: ['may have arrived', 'warning'],
  left: ['unsubscribed', 'quiet'],
};

const CAME = ['mail came', 'accent'] as const satisfies readonly [string, Role];

/**
 * The ledger: when, what, which address, where it went, and how it stands. What gives way first stands last.
 */
export function signupRows(state: State, signups: readonly Signup[], width: number): readonly Line[] {
  if (signups.length === 0)
    return [[segment(`Nothing so far. ${keyOf(state, 'subscribe')} subscribes.`, 'quiet')]];
  const isNarrow = width < 60;
  const whatWidth = isNarrow ? Math.max(8, width - 32) : Math.min(30, Math.floor(width * 0.3));
  return signups.map(signup => {
    const {at, publicationTitle, email, host, state: stands} = signup;
    const confirmation = openConfirmation(signup);
    const [text, role] = confirmation ? CAME : STATES[stands];
    const row: Line = [
      segment(shortDate(at, state.now).padStart(6), 'quiet'),
      segment(`  ${pad(publicationTitle, whatWidth)}  `, 'title'),
      segment(isNarrow ? text : pad(text, 20), role),
    ];
    if (isNarrow) return clip(row, width - 2);
    const more = confirmation ? confirmationWords(confirmation) : lettersWords(signup);
    if (more !== '')
      return clip(
        [...row, segment(more, confirmation?.doubt ? 'error' : confirmation ? 'text' : 'quiet')],
        width - 2,
      );
    const address = segment(email ?? 'address not kept', email === undefined ? 'quiet' : 'text');
    const where = segment(host === undefined ? '' : ` → ${host}`, 'quiet');
    const isRoomy = widthOf([...row, address, where]) <= width - 2;
    return clip([...row, address, ...(isRoomy ? [where] : [])], width - 2);
  });
}
