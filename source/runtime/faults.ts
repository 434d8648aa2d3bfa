/** Uncaught errors while the reader is on the screen. */
export type Faults = Readonly<{first: () => Readonly<{error: unknown}> | undefined; forget: () => void}>;

/**
 * Leaves the screen at the first error that nobody caught, a rejected promise included; what comes after it
 * comes of it. A terminal that is gone is no fault: there is nobody left to tell.
 */
export function listenForFaults(leave: () => void): Faults {
  let first: Readonly<{error: unknown}> | undefined;
  const happened = (error: unknown): void => {
    if (isHangUp(error)) process.exit(0);
    if (first) return;
    first = {error};
    leave();
  };
  process.on('uncaughtException', happened);
  return {first: () => first, forget: () => process.off('uncaughtException', happened)};
}

function isHangUp(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const {code, syscall} = error as NodeJS.ErrnoException;
  return (code === 'EIO' || code === 'EPIPE') && (syscall === 'read' || syscall === 'write');
}
