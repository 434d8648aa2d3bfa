/** Control sequences as terminals read them: CSI, strings that end with BEL or ST, and the short ones. */
const WHOLE =
  /\u001B(?:\[[0-?]*[ -/]*[@-~]|[\]PX^_][^\u0007\u001B]*(?:\u0007|\u001B\\)|[ -/]*[0-OQ-WYZ`-~\\])/g;

/** The first sequence in what a program wrote that is not whole, with what follows it. */
export function cutSequence(output: string): string | undefined {
  const rest = output.replaceAll(WHOLE, '');
  const at = rest.search(/[\u001B\u009B]/);
  return at < 0 ? undefined : JSON.stringify(rest.slice(at, at + 40));
}

/** What a program that has ended left switched on in the terminal. */
export function leftOn(output: string): readonly string[] {
  const last = (...marks: readonly string[]) => Math.max(...marks.map(mark => output.lastIndexOf(mark)));
  const modes = [
    ['the other screen', ['\u001B[?1049h'], ['\u001B[?1049l']],
    ['a hidden cursor', ['\u001B[?25l'], ['\u001B[?25h']],
    ['marked pastes', ['\u001B[?2004h'], ['\u001B[?2004l']],
    ['the wheel as arrows', ['\u001B[?1007h'], ['\u001B[?1007r', '\u001B[?1007l']],
    ['rows that do not wrap', ['\u001B[?7l'], ['\u001B[?7h']],
    ['a frame begun', ['\u001B[?2026h'], ['\u001B[?2026l']],
  ] as const;
  return modes.flatMap(([what, on, off]) => (last(...on) > last(...off) ? [what] : []));
}

/** The letters among keys: "[", "3" and "m" typed into a field look like a sequence and are none. */
export function lettersOf(keys: string): string {
  return keys.replaceAll(WHOLE, '').replaceAll(/\p{Cc}/gu, '');
}
