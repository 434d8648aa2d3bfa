import {ProblemError} from '../domain/problem.ts';

const SCHEMES = new Set(['http:', 'https:', 'mailto:']);

/** Opens an address in the browser: http, https and mailto only, normalised, as one argument, never through a shell. */
export async function openUrl(address: string): Promise<void> {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (!url || !SCHEMES.has(url.protocol)) {
    throw new ProblemError({kind: 'unsafe', message: 'This is no web or mail address, so it is not opened.'});
  }
  const {default: open} = await import('open');
  try {
    const child = await open(url.href);
    child.on('error', () => undefined);
    child.unref();
  } catch (error) {
    throw new ProblemError(
      {
        kind: 'unsupported',
        message: `No browser could be started for ${url.href}.`,
        advice: 'y copies the address.',
      },
      {cause: error},
    );
  }
}
