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

type Control = Pick<Mounted, 'suspendTerminal' | 'exit'>;

/** The reader as text that is only appended: Ink hears the keys, but draws nothing. */
export function mountSpoken(store: Store, write: (text: string) => void): Mounted {
  const say = createVoice(text => write(text.replaceAll('\n', '\r\n')));
  let control: Control | undefined;
  const take = (taken: Control): void => {
    control = taken;
  };
  const instance = render(<Ears store={store} onReady={take} />, {
    stdout: onlyPasteMode(write),
    stdin: new Keyboard(process.stdin) as unknown as NodeJS.ReadStream,
    exitOnCtrlC: false,
    interactive: true,
    patchConsole: false,
  });
  say(store.getState());
  const stop = store.subscribe(() => say(store.getState()));
  const {end, ...lending} = lendTerminal(async during => {
    await control?.suspendTerminal(during);
  });
  return {
    ...lending,
    exit: () => control?.exit(),
    waitUntilExit: async () => {
      await instance.waitUntilExit();
      stop();
      end();
      write('\r\n');
    },
  };
}

/** A screen on which nothing appears; only the mode in which terminals mark what is pasted goes through. */
function onlyPasteMode(write: (text: string) => void): NodeJS.WriteStream {
  const sink = new Writable({
    write(chunk, _, done) {
      for (const [mode] of String(chunk).matchAll(/\u001B\[\?2004[hl]/g)) write(mode);
      done();
    },
  });
  return Object.assign(sink, {columns: 80, rows: 24, isTTY: true}) as unknown as NodeJS.WriteStream;
}

function Ears({store, onReady}: Readonly<{store: Store; onReady: (control: Control) => void}>): ReactNode {
  const {exit, suspendTerminal} = useApp();
  useEffect(() => onReady({exit, suspendTerminal}), [exit, suspendTerminal, onReady]);
  useInput((input, key) => {
    for (const name of keyNames(input, key)) store.dispatch({type: 'key', key: name});
  });
  usePaste(text => {
    store.dispatch({type: 'paste', text});
  });
  return null;
}
