import {PassThrough} from 'node:stream';
import {render} from 'ink';
import type {Store} from '../app/store.ts';
import {App} from '../ui/app.tsx';
import {DRAWING} from '../ui/drawing.ts';
import type {Look} from '../ui/look.ts';

/** The bytes with which Ink draws a state on a screen that it has just entered. */
export function firstFrame(store: Store, look: (themeName: string) => Look): string {
  const {columns, rows} = store.getState();
  const terminal = {isTTY: true, columns, rows};
  const stdout = Object.assign(new PassThrough(), terminal);
  const stdin = Object.assign(new PassThrough(), {
    isTTY: true,
    setRawMode: () => stdin,
    ref: () => stdin,
    unref: () => stdin,
  });
  const {unmount} = render(<App store={store} look={look} />, {
    ...DRAWING,
    // Ink asks no more of them than what is here.
    stdout: stdout as unknown as NodeJS.WriteStream,
    stdin: stdin as unknown as NodeJS.ReadStream,
  });
  const image = String(stdout.read() ?? '');
  unmount();
  return image.slice(0, image.indexOf(END) + END.length);
}

/** With it the terminal shows what has been drawn. */
const END = '\u001B[?2026l';
