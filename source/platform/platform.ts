import {copiedMessage, copyText} from './clipboard.ts';
import {handOver} from './hand-over.ts';
import {openUrl} from './open-url.ts';
import {saveFile} from './save-file.ts';
import type {Commands, HandedOver} from './hand-over.ts';

export type Platform = Readonly<{
  openUrl: (url: string) => Promise<void>;
  /** Returns the sentence that reports it. */
  copy: (what: string, text: string) => Promise<string>;
  save: (name: string, text: string) => Promise<string>;
  run: (command: HandedOver) => Promise<void>;
}>;

type Options = Readonly<{
  /** Writes bytes to the terminal that are no part of the screen. */
  write: (bytes: string) => void;
  /** Gives the terminal away while the callback runs, and takes it back. */
  suspendTerminal: (during: () => Promise<void>) => Promise<void>;
  /** The reader's own programs; nothing from outside can set them. */
  commands: Commands & Readonly<{browser?: string | undefined}>;
}>;

/** The desktop around the terminal: browser, clipboard, files, other programs. */
export function createPlatform({write, suspendTerminal, commands}: Options): Platform {
  return {
    openUrl: async url => openUrl(url, {browser: commands.browser, lend: suspendTerminal}),
    copy: async (what, text) => copiedMessage(what, await copyText(text, write)),
    save: saveFile,
    run: command => handOver(command, commands, suspendTerminal),
  };
}
