import type {State} from '../app/state.ts';
import type {Signup} from '../domain/signup.ts';
import type {Role} from '../domain/theme.ts';
import {shortDate} from './dates.ts';
import {clip, pad, segment} from './line.ts';
import type {Line} from './line.ts';

const STATES: Readonly<Record<Signup['state'], readonly [string, Role]>> = {
  waiting: ['waits to be sent', 'warning'],
  requested: ['confirm it by mail', 'text'],
  confirmed: ['confirmed', 'good'],
  recorded: ['noted here only', 'quiet'],
  refused: ['refused', 'error'],
  unknown: ['may have arrived', 'warning'],
};

/** The ledger: when, what, which address, where it went, and how it stands. What gives way first stands last. */
export function signupRows({now}: State, signups: readonly Signup[], width: number): readonly Line[] {
  if (signups.length === 0) return [[segment('Nothing so far. S subscribes to a newsletter.', 'quiet')]];
  const whatWidth = Math.max(10, Math.min(30, Math.floor(width * 0.3)));
  return signups.map(({at, publicationTitle, email, host, state}) => {
    const [text, role] = STATES[state];
    const row: Line = [
      segment(shortDate(at, now).padStart(6), 'quiet'),
      segment(`  ${pad(publicationTitle, whatWidth)}  `, 'title'),
      segment(pad(text, 20), role),
      segment(email ?? 'address not kept', email === undefined ? 'quiet' : 'text'),
      segment(host === undefined ? '' : ` → ${host}`, 'quiet'),
    ];
    return clip(row, width - 2);
  });
}
