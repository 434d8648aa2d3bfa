import xterm from '@xterm/headless';

/*
 * A real terminal as the judge: lines of a page are printed into an area of a screen that is full of dots.
 * Nothing but their text may come of it.
 */

const LEFT = 4;
const ABOVE = 2;
const AROUND = '·';

/** Prints the lines into an area `width` cells wide; a sentence for each thing that they did besides. */
export async function misdeeds(lines: readonly string[], width: number): Promise<readonly string[]> {
  const columns = width + 2 * LEFT;
  const rows = lines.length + 2 * ABOVE;
  const terminal = new xterm.Terminal({cols: columns, rows, allowProposedApi: true, scrollback: 0});
  const faults: string[] = [];
  const write = (bytes: string) => new Promise<void>(resolve => terminal.write(bytes, resolve));
  await write(`\u001B[H${AROUND.repeat(columns * rows)}`);
  terminal.onTitleChange(title => faults.push(`changed the title to ${title}`));
  terminal.onData(reply => faults.push(`made the terminal answer ${JSON.stringify(reply)}`));
  terminal.onBell(() => faults.push('rang the bell'));
  terminal.parser.registerOscHandler(52, () => {
    faults.push('wrote to the clipboard');
    return true;
  });
  terminal.parser.registerOscHandler(8, data => {
    if (!/^[^;]*;(?:https?:\/\/|mailto:|$)/.test(data)) faults.push(`linked to ${data}`);
    return false;
  });
  const before = JSON.stringify(terminal.modes);
  for (const [index, line] of lines.entries())
    await write(`\u001B[${ABOVE + index + 1};${LEFT + 1}H${line}\u001B[m`);
  if (JSON.stringify(terminal.modes) !== before) faults.push('changed a mode');
  if (terminal.buffer.active.type !== 'normal') faults.push('changed the screen');
  const judgesCells = lines.every(isPlainlyMeasured);
  if (judgesCells) faults.push(...cellsOutside(terminal, width));
  terminal.dispose();
  return faults;
}

/**
 * Emulators disagree about the width of joined emoji and marks, so those lines are left to the width tests.
 */
function isPlainlyMeasured(line: string): boolean {
  return (
    !/[\p{M}\p{Cf}\p{Extended_Pictographic}\p{Emoji_Presentation}\u1100-\u11ff\ua960-\ua97f\ud7b0-\ud7ff]/u.test(
      line,
    ) && !/[^\0-\uffff]/u.test(line)
  );
}

function cellsOutside(terminal: xterm.Terminal, width: number): readonly string[] {
  const faults: string[] = [];
  for (let row = 0; row < terminal.rows; row++) {
    const line = terminal.buffer.active.getLine(row);
    const isInside = row >= ABOVE && row < terminal.rows - ABOVE;
    for (let column = 0; column < terminal.cols; column++) {
      if (isInside && column >= LEFT && column < LEFT + width) continue;
      const text = line?.getCell(column)?.getChars();
      if (text !== AROUND) faults.push(`wrote ${JSON.stringify(text)} outside its area, at ${row}:${column}`);
    }
  }
  return faults.slice(0, 3);
}
