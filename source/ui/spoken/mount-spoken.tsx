import {Writable} from 'node:stream';
import {render, useApp, useInput, usePaste} from 'ink';
import {useEffect} from 'react';
import type {ReactNode} from 'react';
import type {Store} from '../../app/core/store.ts';
import {keyNames} from '../key-name.ts';
import {Keyboard} from '../../screen/keyboard.ts';
import {lendTerminal} from '../../screen/lend-terminal.ts';
import type {Mounted} from '../../screen/mounted.ts';
import {createVoice} from './voice.ts';
import type {Voice} from './voice.ts';

type Control = Pick<Mounted, 'suspendTerminal' | 'exit'>;

/** The reader as text that is only appended: Ink hears the keys, but draws nothing. */
export function mountSpoken(store: Store, write: (text: string) => void): Mounted {
  const voice = createVoice(text => write(text.replaceAll('\n', '\r\n')));
  let control: Control | undefined;
  const take = (taken: Control): void => {
    control = taken;
  };
  const instance = render(<Ears store={store} voice={voice} onReady={take} />, {
    stdout: onlyPasteMode(write, process.env['TERM'] !== 'dumb'),
    stdin: new Keyboard(process.stdin) as unknown as NodeJS.ReadStream,
    exitOnCtrlC: false,
    interactive: true,
    patchConsole: false,
  });
  voice.say(store.getState());
  const stop = store.subscribe(() => voice.say(store.getState()));
  const resized = (): void => {
    const {columns, rows} = process.stdout;
    store.dispatch({type: 'resized', columns, rows});
  };
  process.stdout.on('resize', resized);
  const {end, ...lending} = lendTerminal(async during => {
    await control?.suspendTerminal(during);
  });
  return {
    ...lending,
    redraw: voice.again,
    exit: () => control?.exit(),
    waitUntilExit: async () => {
      await instance.waitUntilExit();
      stop();
      process.stdout.off('resize', resized);
      end();
      write('\r\n');
    },
  };
}

/**
 * A screen on which nothing appears; only the mode in which terminals mark what is pasted goes through, where
 * the terminal has modes at all.
 */
function onlyPasteMode(write: (text: string) => void, hasModes: boolean): NodeJS.WriteStream {
  const sink = new Writable({
    write(chunk, _, done) {
      if (hasModes) for (const [mode] of String(chunk).matchAll(/\u001B\[\?2004[hl]/g)) write(mode);
      done();
    },
  });
  return Object.assign(sink, {columns: 80, rows: 24, isTTY: hasModes}) as unknown as NodeJS.WriteStream;
}

type Props = Readonly<{store: Store; voice: Voice; onReady: (control: Control) => void}>;

function Ears({store, voice, onReady}: Props): ReactNode {
  const {exit, suspendTerminal} = useApp();
  useEffect(() => onReady({exit, suspendTerminal}), [exit, suspendTerminal, onReady]);
  useInput((input, key) => {
    for (const name of keyNames(input, key))
      voice.press(name, () => store.dispatch({type: 'key', key: name}));
  });
  usePaste(text => {
    store.dispatch({type: 'paste', text});
  });
  return null;
}
