import {spawn} from 'node:child_process';
import type {ChildProcess} from 'node:child_process';
import {once} from 'node:events';
import {accessSync, constants, realpathSync} from 'node:fs';
import {basename, delimiter, join} from 'node:path';
import {choiceFor, type BrowserChoice} from '../domain/command/browser-choice.ts';
import {withoutAttachments} from '../domain/email/mailto.ts';
import {ProblemError} from '../domain/problem.ts';

const SCHEMES = new Set(['http:', 'https:', 'mailto:']);

/** A browser that can't start has said so within these milliseconds; one that opens may go on. */
const SOON = 1500;

/** Browsers that draw in the terminal. */
const IN_TERMINAL = ['www-browser', 'w3m', 'lynx', 'links2', 'links', 'elinks', 'browsh', 'carbonyl', 'cha'];

export type Browsing = Readonly<{
  /** The reader's own browser, as `$BROWSER` has it: a list with colons, each perhaps with `%s`. */
  browser?: string | undefined;
  /** Programs for addresses of one kind; they come before the browser. */
  browsers?: readonly BrowserChoice[];
  /** The media type of what is there, where it is known. */
  type?: string;
  /** Lends the terminal to a browser that draws in it. */
  lend: (during: () => Promise<void>) => Promise<void>;
}>;

/** Opens an address in the browser: http, https and mailto only, normalised, as one argument. */
export async function openUrl(
  address: string,
  {browser, browsers: choices = [], lend, type}: Browsing,
): Promise<void> {
  const url = browserArgument(address);
  const choice = choiceFor(choices, url, type);
  if (choice) return await openByChoice(choice, url, lend);
  const failures: unknown[] = [];
  for (const line of browsers(browser)) {
    try {
      await (line === undefined ? openByDesktop(url) : openBy(line, url, lend));
      return;
    } catch (error) {
      failures.push(error);
    }
  }
  throw new ProblemError(
    {
      kind: 'unsupported',
      message: `No browser could be started for ${url}.`,
      advice: 'y copies the address.',
    },
    {cause: failures[0]},
  );
}

/** The program that the reader has chosen for this kind. It alone is tried, so that its fault is seen. */
async function openByChoice(
  {run, terminal}: BrowserChoice,
  url: string,
  lend: Browsing['lend'],
): Promise<void> {
  try {
    await openBy(run, url, lend, terminal);
  } catch (error) {
    throw new ProblemError(
      {
        kind: 'unsupported',
        message: `“${run}” could not open ${url}: ${(error as Error).message}.`,
        advice: 'It is among the preferences, under "browsers". y copies the address.',
      },
      {cause: error},
    );
  }
}

/**
 * The argument of the browser's command: it begins with its scheme, never with a dash, and is of characters
 * alone that no shell and no quoting of any system takes for anything else.
 */
export function browserArgument(address: string): string {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (!url || !SCHEMES.has(url.protocol)) {
    throw new ProblemError({kind: 'unsafe', message: 'This is no web or mail address, so it is not opened.'});
  }
  // A list of programs shows no password, and no page hands files of this machine to a mail program.
  url.username = '';
  url.password = '';
  return withoutAttachments(url.href).replaceAll(/[^\w\-.~:/?#[\]@!$&()*+,;=%]/gu, encoded);
}

/** Normalised addresses are ASCII. */
function encoded(character: string): string {
  return `%${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(2, '0')}`;
}

/**
 * Command lines in the order in which they are tried; undefined is what the desktop opens an address with.
 */
function browsers(browser: string | undefined): readonly (string | undefined)[] {
  if (browser !== undefined && browser.trim() !== '')
    return process.platform === 'win32' ? [browser] : browser.split(':').filter(line => line.trim() !== '');
  const {DISPLAY, WAYLAND_DISPLAY, WSL_DISTRO_NAME} = process.env;
  const hasDesktop = process.platform !== 'linux' || DISPLAY || WAYLAND_DISPLAY || WSL_DISTRO_NAME;
  const inTerminal = hasDesktop ? undefined : IN_TERMINAL.find(name => pathOf(name) !== undefined);
  return inTerminal === undefined ? [undefined] : [inTerminal, undefined];
}

async function openByDesktop(url: string): Promise<void> {
  const {default: open} = await import('open');
  await settle(await open(url));
}

/** The reader's own command line; the address reaches it as an argument, never as text. */
async function openBy(
  line: string,
  url: string,
  lend: Browsing['lend'],
  takesTerminal = drawsInTerminal(line),
): Promise<void> {
  const [command, address] = withAddress(line, url);
  const words = ['-c', command, 'sh', address];
  if (!takesTerminal) {
    await settle(spawn('sh', words, {stdio: 'ignore', detached: true}));
    return;
  }
  let code: number | null = null;
  await lend(async () => {
    [code] = (await once(spawn('sh', words, {stdio: 'inherit'}), 'close')) as [number | null];
  });
  if (code !== 0) throw new Error(`It ended with exit code ${String(code)}`);
}

/**
 * A line for the shell with the address as one word, `$1`, in the place of each `%s`, or at its end, and the
 * address as it goes there. Within quotes it may be the words of another shell, which would do what stands in
 * the address. @throws Error where it stands nowhere else.
 */
function withAddress(line: string, url: string): readonly [string, string] {
  const shells = line.replaceAll(/["'\\]/g, '').match(SHELLS) ?? [];
  const isSimple = /^[\w\s./~+:@=%-]*$/.test(line);
  // Another shell takes these quotes away; the address has none in it.
  const word = shells.length === 1 && isSimple && JOINS.test(line) ? `"'$1'"` : '"$1"';
  const address = word === '"$1"' ? url.replaceAll(signsIn(line, shells), encoded) : url;
  if (!line.includes('%s')) return [`${line} ${word}`, address];
  const command = line
    .replaceAll(/'%s'|"%s"/g, '%s')
    .replaceAll(/\\.|'[^']*'?|"(?:\\.|[^"\\])*"?|%s/gs, part => (part === '%s' ? word : part));
  if (command.includes(word)) return [command, address];
  throw new Error('%s stands within quotes; it has to be a word of its own, or the end of one as in url=%s');
}

const NONE = /(?!)/g;

/** Programs that hand all their words to a shell, here or elsewhere. */
const JOINERS = '(?:auto)?ssh|rsh|mosh|adb|eval|watch';
const OTHERS = 'su|sudo|xargs|parallel|cmd|pwsh|powershell|wsl|i3-msg|swaymsg|hyprctl';
const SHELL = '(?:ba|da|k|z|a|fi|c|tc)?sh';
const SHELLS = new RegExp(`(?<![\\w-])(?:${JOINERS}|${OTHERS}|${SHELL})(?![\\w-])`, 'g');
const JOINS = new RegExp(`^\\s*(?:[\\w./-]*/)?(?:${JOINERS})\\s`);
const IS_SHELL = new RegExp(`^${SHELL}$`);

/**
 * Signs that another shell of the line could take for its own. An `&` parts the fields of an address as well,
 * and stays where the address is a word of its own for the one shell that there is.
 */
function signsIn(line: string, shells: readonly string[]): RegExp {
  const isMade = /`|\$\(/.test(line);
  if (shells.length === 0 && !isMade) return NONE;
  const isWord = !line.includes('%s') || /(?:^|\s)%s(?:\s|$)/.test(line);
  const isApart = shells.length === 1 && IS_SHELL.test(shells[0] ?? '');
  return isApart && isWord && !isMade ? /[$()*;!]/g : /[$&()*;!]/g;
}

function drawsInTerminal(line: string): boolean {
  const name = /^\s*["']?([^\s"']+)/.exec(line)?.[1] ?? '';
  const path = name.includes('/') ? name : pathOf(name);
  const names = [basename(name), path === undefined ? '' : basename(realPath(path))];
  return names.some(one => IN_TERMINAL.some(known => one === known || one.startsWith(`${known}.`)));
}

function pathOf(name: string): string | undefined {
  return (process.env['PATH'] ?? '')
    .split(delimiter)
    .map(folder => join(folder, name))
    .find(path => isExecutable(path));
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

/** A browser that has started, or ended well; it may outlive Inkwell. */
async function settle(child: ChildProcess): Promise<void> {
  child.on('error', () => undefined);
  child.unref();
  const code = child.exitCode ?? (await codeWithin(child, SOON));
  if (code) throw new Error(`It ended with exit code ${code}`);
}

/** The child holds nobody back, so the timer must: a command would end before it has heard. */
async function codeWithin(child: ChildProcess, milliseconds: number): Promise<number | undefined> {
  const waiting = new AbortController();
  const exited = once(child, 'exit', waiting).then(([code]: (number | null)[]) => code ?? undefined);
  const soon = setTimeout(() => waiting.abort(), milliseconds);
  try {
    return await exited;
  } catch {
    return undefined;
  } finally {
    clearTimeout(soon);
  }
}
