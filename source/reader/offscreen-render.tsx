import {render} from 'ink';
import type {Store} from '../app/core/store.ts';
import {App} from '../ui/app.tsx';
import {inkOptions} from '../screen/ink-options.ts';
import type {TerminalKeys} from '../screen/keyboard.ts';
import type {Look} from '../screen/look.ts';

/** A reader on a screen that nobody sees. */
export type Aside = Readonly<{
  /** The output since the last call. */
  read: () => string;
  end: () => void;
}>;

export function drawAside(store: Store, look: (themeName: string) => Look): Aside {
  const {columns, rows} = store.getState();
  let written = '';
  const write = (bytes: string): void => {
    written += bytes;
  };
  const {options} = inkOptions({columns, rows, write}, noKeys());
  const {unmount} = render(<App store={store} look={look} />, options);
  return {
    read() {
      const bytes = written;
      written = '';
      return bytes;
    },
    end: unmount,
  };
}

function noKeys(): TerminalKeys {
  const keys = {isTTY: true} as TerminalKeys;
  for (const act of ['setRawMode', 'ref', 'unref', 'on', 'off', 'resume', 'pause'] as const)
    Object.assign(keys, {[act]: () => keys});
  return keys;
}
