import type {ChildProcess} from 'node:child_process';
import {once} from 'node:events';
import {ProblemError} from '../domain/problem.ts';

const SCHEMES = new Set(['http:', 'https:', 'mailto:']);

/** Milliseconds in which a browser that can't be had has said so; one that opens may stay. */
const SOON = 400;

/** Opens an address in the browser: http, https and mailto only, normalised, as one argument. */
export async function openUrl(address: string): Promise<void> {
  const url = browserArgument(address);
  const {default: open} = await import('open');
  try {
    const child = await open(url);
    child.on('error', () => undefined);
    child.unref();
    const code = child.exitCode ?? (await codeWithin(child, SOON));
    if (code) throw new Error(`It ended with exit code ${code}`);
  } catch (error) {
    throw new ProblemError(
      {
        kind: 'unsupported',
        message: `No browser could be started for ${url}.`,
        advice: 'y copies the address.',
      },
      {cause: error},
    );
  }
}

/**
 * What the browser's command is given: it begins with its scheme, never with a dash, and is of characters alone that no
 * shell and no quoting of any system takes for anything else.
 */
export function browserArgument(address: string): string {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (!url || !SCHEMES.has(url.protocol)) {
    throw new ProblemError({kind: 'unsafe', message: 'This is no web or mail address, so it is not opened.'});
  }
  return url.href.replaceAll(/[^\w\-.~:/?#[\]@!$&()*+,;=%]/gu, encoded);
}

/** Normalised addresses are ASCII. */
function encoded(character: string): string {
  return `%${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(2, '0')}`;
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
