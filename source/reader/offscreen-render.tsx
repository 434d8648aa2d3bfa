import {PassThrough} from 'node:stream';
import {render} from 'ink';
import type {Store} from '../app/core/store.ts';
import {App} from '../ui/app.tsx';
import {DRAWING} from '../screen/drawing.ts';
import type {Look} from '../screen/look.ts';

/** A reader on a screen that nobody sees. */
export type Aside = Readonly<{
  /** What it has written since it was asked last. */
  read: () => string;
  end: () => void;
}>;

export function drawAside(store: Store, look: (themeName: string) => Look): Aside {
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
  return {read: () => String(stdout.read() ?? ''), end: unmount};
}
