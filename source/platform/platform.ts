import type {CommandRun} from '../domain/command/own-command.ts';
import type {BrowserChoice} from '../domain/command/browser-choice.ts';
import {copiedMessage, copyText} from './clipboard.ts';
import {handOver} from './hand-over.ts';
import {notifyDesktop} from './notify.ts';
import type {Notification, NotifyBy} from './notify.ts';
import {openUrl} from './open-url.ts';
import {runCommand} from './own-command.ts';
import {saveFile} from './save-file.ts';
import type {Commands, HandedOver} from './hand-over.ts';

export type Platform = Readonly<{
  openUrl: (url: string, how?: {type?: string; browser?: string}) => Promise<void>;
  /** Returns the sentence that reports it. */
  copy: (what: string, text: string) => Promise<string>;
  save: (name: string, text: string) => Promise<string>;
  run: (command: HandedOver) => Promise<void>;
  command: (job: CommandRun, signal: AbortSignal) => Promise<void>;
  notify: (notification: Notification) => Promise<void>;
}>;

type Options = Readonly<{
  /** Writes bytes to the terminal that are no part of the screen. */
  write: (bytes: string) => void;
  /** Gives the terminal away while the callback runs, and takes it back. */
  suspendTerminal: (during: () => Promise<void>) => Promise<void>;
  /** The reader's own programs; nothing from outside can set them. */
  commands: Commands & Readonly<{browser?: string | undefined; browsers: readonly BrowserChoice[]}>;
  notifyBy: NotifyBy;
}>;

/** The desktop around the terminal: browser, clipboard, files, other programs. */
export function createPlatform({write, suspendTerminal, commands, notifyBy}: Options): Platform {
  return {
    openUrl: async (url, {browser = commands.browser, type} = {}) =>
      openUrl(url, {
        browser,
        browsers: commands.browsers,
        lend: suspendTerminal,
        ...(type !== undefined && {type}),
      }),
    copy: async (what, text) => copiedMessage(what, await copyText(text, write)),
    save: saveFile,
    run: command => handOver(command, commands, suspendTerminal),
    command: (job, signal) => runCommand(job, suspendTerminal, signal),
    notify: notification => notifyDesktop(notification, {by: notifyBy, write}),
  };
}
