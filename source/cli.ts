#!/usr/bin/env node
/*
 * The first file that runs. It must be read by any Node, so it says at once if that one is too old; then it turns on
 * the compile cache and hands over. Nothing heavy is imported here.
 */
import {mkdirSync} from 'node:fs';
import * as nodeModule from 'node:module';
import {homedir} from 'node:os';
import {join} from 'node:path';

declare const INKWELL_VERSION: string;
/** Help by command; absent when the sources run as they are. */
declare const INKWELL_HELP: Readonly<Record<string, string>> | undefined;

const NEEDED = [22, 19] as const;

function isTooOld(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major < NEEDED[0] || (major === NEEDED[0] && minor < NEEDED[1]);
}

/** Compiled code is kept with the reader's other caches, not in the shared temporary folder. */
function cacheFolder(): string {
  const {XDG_CACHE_HOME, LOCALAPPDATA} = process.env;
  if (process.platform === 'win32' && LOCALAPPDATA) return join(LOCALAPPDATA, 'inkwell', 'Cache', 'code');
  if (process.platform === 'darwin' && !XDG_CACHE_HOME)
    return join(homedir(), 'Library', 'Caches', 'inkwell', 'code');
  return join(XDG_CACHE_HOME || join(homedir(), '.cache'), 'inkwell', 'code');
}

/** The plain ways to ask for help; run.ts understands them all. */
function helpFor([first = '', second, ...more]: readonly string[]): string | undefined {
  if (typeof INKWELL_HELP === 'undefined' || more.length > 0) return undefined;
  if (second === undefined) return asksForHelp(first) || first === 'help' ? INKWELL_HELP[''] : undefined;
  const name = asksForHelp(second) ? first : first === 'help' ? second : '';
  return Object.hasOwn(INKWELL_HELP, name) && name !== '' ? INKWELL_HELP[name] : undefined;
}

function asksForHelp(word: string): boolean {
  return word === '--help' || word === '-h';
}

/** Made here, since Node would make it for everybody to read. Where it can't be made, Node does without. */
function privateFolder(folder: string): string {
  try {
    mkdirSync(folder, {recursive: true, mode: 0o700});
  } catch {}
  return folder;
}

async function start(): Promise<void> {
  const words = process.argv.slice(2);
  if (words.length === 1 && (words[0] === '--version' || words[0] === '-v')) {
    process.stdout.write(`${INKWELL_VERSION}\n`);
    return;
  }
  const help = helpFor(words);
  if (help !== undefined) {
    process.stdout.write(help);
    return;
  }
  nodeModule.enableCompileCache?.(process.env['NODE_COMPILE_CACHE'] ?? privateFolder(cacheFolder()));
  const {run} = await import('./commands/run.ts');
  process.exitCode = await run(words);
}

if (isTooOld(process.versions.node)) {
  process.stderr.write(
    `Inkwell needs Node ${NEEDED.join('.')} or later; this is Node ${process.versions.node}. Install a newer Node and try again.\n`,
  );
  process.exitCode = 1;
} else {
  await start();
}
