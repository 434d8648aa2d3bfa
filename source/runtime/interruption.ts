import {EXIT} from './exit.ts';

/** Milliseconds in which running work may end by itself. */
const PATIENCE = 2000;

/**
 * Ctrl-C and SIGTERM ask what runs to end; a second one, or two seconds, ends it. Nothing listens before the
 * signal is asked for: the reader has its own way out, and a command that only asks the library is ended by
 * the system, in the middle of a query too.
 */
export function createInterruption(): {readonly signal: AbortSignal; readonly hasHappened: boolean} {
  let controller: AbortController | undefined;
  return {
    get signal() {
      controller ??= listen();
      return controller.signal;
    },
    get hasHappened() {
      return controller?.signal.aborted ?? false;
    },
  };
}

function listen(): AbortController {
  const controller = new AbortController();
  const interrupt = () => {
    if (controller.signal.aborted) process.exit(EXIT.interrupted);
    controller.abort(new DOMException('Interrupted', 'AbortError'));
    setTimeout(() => process.exit(EXIT.interrupted), PATIENCE).unref();
  };
  process.on('SIGINT', interrupt).on('SIGTERM', interrupt);
  return controller;
}
