import {copyText} from './clipboard.ts';
import {handOver} from './hand-over.ts';
import {openUrl} from './open-url.ts';
import {saveFile} from './save-file.ts';
import type {Commands, HandedOver} from './hand-over.ts';

export type Platform = Readonly<{
  openUrl: (url: string) => Promise<void>;
  copy: (text: string) => void;
  save: (name: string, text: string) => Promise<string>;
  run: (command: HandedOver) => Promise<void>;
}>;

type Options = Readonly<{
  /** Writes bytes to the terminal that are no part of the screen. */
  write: (bytes: string) => void;
  /** Gives the terminal away while the callback runs, and takes it back. */
  suspendTerminal: (during: () => Promise<void>) => Promise<void>;
  /** The reader's own editor and pager; nothing from outside can set them. */
  commands: Commands;
}>;

/** The desktop around the terminal: browser, clipboard, files, other programs. */
export function createPlatform({write, suspendTerminal, commands}: Options): Platform {
  return {
    openUrl,
    copy: text => copyText(text, write),
    save: saveFile,
    run: command => handOver(command, commands, suspendTerminal),
  };
}
