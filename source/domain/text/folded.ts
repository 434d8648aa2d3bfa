import wrapAnsi from 'wrap-ansi';

/** Words of the interface in lines of at most `width` cells; fewer than eight would be none. */
export function folded(text: string, width: number): readonly string[] {
  return wrapAnsi(text, Math.max(8, width), {hard: true}).split('\n');
}
