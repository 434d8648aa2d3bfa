import {render, useApp} from 'ink';
import {useEffect} from 'react';
import type {ReactNode} from 'react';
import type {Store} from '../app/core/store.ts';
import {App} from './app.tsx';
import {CaretProvider} from '../screen/frame/caret.ts';
import {inkOptions} from '../screen/ink-options.ts';
import type {Look} from '../screen/look.ts';
import {lendTerminal} from '../screen/lend-terminal.ts';
import type {Mounted} from '../screen/mounted.ts';

type Control = Pick<Mounted, 'suspendTerminal' | 'exit'>;

/** The wheel comes as arrow keys; the mouse itself stays the terminal's, so that text can be selected. */
const WHEEL = {on: '\u001B[?1007s\u001B[?1007h', asBefore: '\u001B[?1007r'} as const;

/** Puts the reader on the alternate screen. */
export function mount(
  store: Store,
  look: (themeName: string) => Look,
  noteFrame?: (milliseconds: number) => void,
): Mounted {
  let control: Control | undefined;
  const take = (taken: Control): void => {
    control = taken;
  };
  const {stdin, stdout} = process;
  // Before the first frame: what is pressed when it comes must not be echoed into it.
  if (stdin.isTTY) stdin.setRawMode(true);
  stdout.write(WHEEL.on);
  const {screen, options} = inkOptions(stdout, stdin);
  const root = (
    <CaretProvider value={screen.setCaret}>
      <Root store={store} look={look} frameTime={screen.frameTime} onReady={take} />
    </CaretProvider>
  );
  const instance = render(root, {
    ...options,
    ...(noteFrame && {onRender: ({renderTime}) => noteFrame(renderTime)}),
  });
  stdout.on('resize', screen.resized);
  const {end, ...lending} = lendTerminal(async during => {
    await control?.suspendTerminal(during);
  });
  const forget = onSizeAsBefore(lending.redraw);
  return {
    ...lending,
    exit: () => (control ? control.exit() : instance.unmount()),
    waitUntilExit: async () => {
      try {
        await instance.waitUntilExit();
      } finally {
        forget();
        end();
        stdout.off('resize', screen.resized);
        stdout.write(WHEEL.asBefore);
      }
    },
  };
}

/**
 * A window that was pulled small and wide again at once has its old size, so nobody is told; but what the
 * terminal cut off meanwhile is gone from the screen.
 */
function onSizeAsBefore(redraw: () => void): () => void {
  const {stdout} = process;
  let {columns, rows} = stdout;
  const changed = (): void => {
    if (stdout.columns === columns && stdout.rows === rows) redraw();
    ({columns, rows} = stdout);
  };
  process.on('SIGWINCH', changed);
  return () => process.off('SIGWINCH', changed);
}

type Props = Readonly<{
  store: Store;
  look: (themeName: string) => Look;
  frameTime: () => number;
  onReady: (control: Control) => void;
}>;

/** Only inside the tree can Ink be told to leave or to hand the terminal over. */
function Root({store, look, frameTime, onReady}: Props): ReactNode {
  const {exit, suspendTerminal} = useApp();
  useEffect(() => onReady({exit, suspendTerminal}), [exit, suspendTerminal, onReady]);
  return <App store={store} look={look} frameTime={frameTime} />;
}
