import type {Store} from '../app/core/store.ts';

/** The terminal's title is put aside, set, and taken out again. */
const PUSH = '\u001B[22;0t';
const POP = '\u001B[23;0t';
const titled = (text: string): string => `\u001B]2;${text}\u0007`;

/**
 * Counts new articles in the terminal's title, where it has one: "(3) Inkwell". Nothing is written before
 * there is something to count. Returns what gives the title back.
 */
export function nameTerminal(
  store: Store,
  write: (bytes: string) => void,
  term = process.env['TERM'] ?? '',
): () => void {
  if (term === '' || term === 'dumb' || term === 'linux') return () => {};
  let shown: number | undefined;
  const forget = store.subscribe(() => {
    const news = Math.max(
      0,
      ...store.getState().trail.map(screen => (screen.kind === 'list' ? (screen.news ?? 0) : 0)),
    );
    if (news === (shown ?? 0)) return;
    write(`${shown === undefined ? PUSH : ''}${titled(news > 0 ? `(${news}) Inkwell` : 'Inkwell')}`);
    shown = news;
  });
  return () => {
    forget();
    if (shown !== undefined) write(POP);
  };
}
