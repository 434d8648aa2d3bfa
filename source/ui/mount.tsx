import {render, useApp} from 'ink';
import {useEffect} from 'react';
import type {ReactNode} from 'react';
import type {Store} from '../app/store.ts';
import {App} from './app.tsx';
import type {Look} from './look.ts';

/** What the rest of the program needs of a mounted screen. */
export type Mounted = Readonly<{
  suspendTerminal: (during: () => Promise<void>) => Promise<void>;
  exit: () => void;
  /** Clears what other programs have left on the screen and draws it anew. */
  redraw: () => void;
  waitUntilExit: () => Promise<unknown>;
}>;

type Handle = {suspendTerminal?: Mounted['suspendTerminal']; exit?: () => void};

/** Puts the reader on the alternate screen. */
export function mount(store: Store, look: (themeName: string) => Look): Mounted {
  const handle: Handle = {};
  const instance = render(<Root store={store} look={look} handle={handle} />, {
    alternateScreen: true,
    incrementalRendering: true,
    exitOnCtrlC: false,
    interactive: true,
    maxFps: 60,
    patchConsole: false,
  });
  return {
    suspendTerminal: async during => {
      await handle.suspendTerminal?.(during);
    },
    exit: () => handle.exit?.(),
    redraw: () => {
      void handle.suspendTerminal?.(async () => {});
    },
    waitUntilExit: () => instance.waitUntilExit(),
  };
}

function Root({store, look, handle}: Readonly<{store: Store; look: (themeName: string) => Look; handle: Handle}>): ReactNode {
  const {exit, suspendTerminal} = useApp();
  useEffect(() => {
    handle.exit = exit;
    handle.suspendTerminal = suspendTerminal;
  }, [exit, suspendTerminal, handle]);
  return <App store={store} look={look} />;
}
