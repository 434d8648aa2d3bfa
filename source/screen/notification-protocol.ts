/** The sequences by which a terminal can be asked to notify: `9` and `777` as texts, `99` as kitty has it. */
export type NotificationProtocol = '9' | '777' | '99';

/** The protocol that a terminal is known to have; undefined for one that would print it. */
export function notificationProtocol(environment: NodeJS.ProcessEnv): NotificationProtocol | undefined {
  const {TERM = '', TERM_PROGRAM = '', TMUX, STY} = environment;
  // Within another terminal the sequence would end there.
  if (TMUX !== undefined || STY !== undefined) return undefined;
  if (/kitty/u.test(TERM) || environment['KITTY_WINDOW_ID'] !== undefined) return '99';
  if (TERM.startsWith('foot') || TERM.startsWith('rxvt-unicode')) return '777';
  if (/ghostty/iu.test(`${TERM} ${TERM_PROGRAM}`) || TERM_PROGRAM === 'WezTerm') return '777';
  if (TERM_PROGRAM === 'iTerm.app') return '9';
  return undefined;
}
