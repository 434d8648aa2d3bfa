import {render, useApp} from 'ink';
import {useEffect} from 'react';
import type {ReactNode} from 'react';
import type {Store} from '../app/store.ts';
import {App} from './app.tsx';
import type {Look} from './look.ts';
import type {Mounted} from './mounted.ts';

type Control = Pick<Mounted, 'suspendTerminal' | 'exit'>;

/** Puts the reader on the alternate screen. */
export function mount(store: Store, look: (themeName: string) => Look): Mounted {
  let control: Control | undefined;
  const take = (taken: Control): void => {
    control = taken;
  };
  const instance = render(<Root store={store} look={look} onReady={take} />, {
    alternateScreen: true,
    incrementalRendering: true,
    exitOnCtrlC: false,
    interactive: true,
    maxFps: 60,
    patchConsole: false,
  });
  return {
    suspendTerminal: async during => {
      await control?.suspendTerminal(during);
    },
    exit: () => control?.exit(),
    redraw: () => {
      void control?.suspendTerminal(async () => {});
    },
    waitUntilExit: () => instance.waitUntilExit(),
  };
}

type Props = Readonly<{store: Store; look: (themeName: string) => Look; onReady: (control: Control) => void}>;

/** Only inside the tree can Ink be told to leave or to hand the terminal over. */
function Root({store, look, onReady}: Props): ReactNode {
  const {exit, suspendTerminal} = useApp();
  useEffect(() => onReady({exit, suspendTerminal}), [exit, suspendTerminal, onReady]);
  return <App store={store} look={look} />;
}
