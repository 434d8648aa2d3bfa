import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {ProblemError} from '../domain/problem.ts';
import {printableLine} from '../domain/text/printable.ts';
import {notificationProtocol} from '../screen/notification-protocol.ts';
import type {NotificationProtocol} from '../screen/notification-protocol.ts';

/** A notification on the desktop: who says it, and one line. */
export type Notification = Readonly<{title: string; text: string}>;

export type NotifyBy = 'auto' | 'terminal' | 'desktop';

/** Longer texts are cut by every desktop. */
const LONGEST = 250;

/** Milliseconds that the desktop's own program may take. */
const PATIENCE = 5000;

type Means = Readonly<{
  by: NotifyBy;
  /** Writes to the terminal beside the screen; absent where there is none. */
  write?: (bytes: string) => void;
  environment?: NodeJS.ProcessEnv;
}>;

/** Notifies by the terminal, where it is known to have a way, else by the desktop's own program. */
export async function notifyDesktop(
  {title, text}: Notification,
  {by, write, environment = process.env}: Means,
): Promise<void> {
  const line = printableLine(text).slice(0, LONGEST);
  const protocol = by === 'desktop' || !write ? undefined : notificationProtocol(environment);
  if (protocol !== undefined) return write?.(sequenceOf(protocol, printableLine(title), line));
  if (by === 'terminal')
    throw new ProblemError({
      kind: 'unsupported',
      message: 'This terminal has no notifications that Inkwell knows of.',
      advice: 'Set notify.by to desktop, or notify.when to never.',
    });
  await byProgram(printableLine(title), line, environment);
}

/** Both texts are printable lines, so nothing in them ends the sequence; a semicolon would divide it. */
export function sequenceOf(protocol: NotificationProtocol, title: string, text: string): string {
  switch (protocol) {
    case '9':
      return `\u001B]9;${title}: ${text}\u0007`;
    case '777':
      return `\u001B]777;notify;${title.replaceAll(';', ',')};${text.replaceAll(';', ',')}\u0007`;
    case '99':
      return `\u001B]99;i=inkwell:d=0:e=1:p=title;${encoded(title)}\u001B\\\u001B]99;i=inkwell:d=1:e=1:p=body;${encoded(text)}\u001B\\`;
  }
}

/** Base64: no character of it can end a sequence. */
function encoded(part: string): string {
  return Buffer.from(part).toString('base64');
}

async function byProgram(title: string, text: string, environment: NodeJS.ProcessEnv): Promise<void> {
  const [program, ...words] = notifierOf(process.platform, title, text);
  const child = spawn(program, words, {stdio: 'ignore', timeout: PATIENCE, env: environment});
  try {
    const [code] = (await once(child, 'exit')) as [number | null];
    if (code === 0) return;
  } catch {
    // It is not there.
  }
  throw new ProblemError({
    kind: 'unsupported',
    message: `Nobody could be notified: ${program} is missing or failed.`,
    advice: 'Install it, or set notify.when to never.',
  });
}

/** The desktop's program and its words. What follows the dashes is never taken for an option. */
export function notifierOf(
  platform: NodeJS.Platform,
  title: string,
  text: string,
): readonly [string, ...string[]] {
  if (platform === 'darwin') return ['osascript', ...SCRIPT, '--', text, title];
  // Desktops of Linux read the text as markup.
  const plain = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return ['notify-send', '-a', 'Inkwell', '--', title, plain];
}

/** The texts are arguments of the script, not a part of it. */
const SCRIPT = [
  '-e',
  'on run argv',
  '-e',
  'display notification (item 1 of argv) with title (item 2 of argv)',
  '-e',
  'end run',
];
