import {networkInterfaces} from 'node:os';
import {printableLine} from '../../domain/text/printable.ts';
import {ProblemError} from '../../domain/problem.ts';
import {HttpError} from '../exchange.ts';
import {PRIVATE_ADDRESS} from '../public-lookup.ts';
import {FAILURES, UNKNOWN} from './failure-table.ts';

/** The reason why no answer came, in the reader's words. `host` is whom we asked. */
export function failureOf(error: unknown, host: string): HttpError {
  if (error instanceof HttpError) return error;
  if (error instanceof ProblemError) return new HttpError(error.problem, true, {cause: error});
  const codes = codesOf(error);
  const failure = FAILURES.find(each => codes.some(code => each.codes.test(code))) ?? UNKNOWN;
  const {kind, tell, advice, isBeforeSending = false} = failure;
  if (kind === 'missing' && !isConnected()) {
    const message = `${host} can't be reached: there is no network.`;
    return new HttpError({kind: 'offline', message}, false, {cause: error});
  }
  const message = tell(host, printableLine(messageOf(error)));
  return new HttpError({kind, message, ...(advice !== undefined && {advice})}, !isBeforeSending, {
    cause: error,
  });
}

/** The connection broke and nothing says that it would again: worth another try where that is safe. */
export function isPassing(error: unknown): boolean {
  return codesOf(error).some(code => /^(?:ECONNRESET|EPIPE|EAI_AGAIN|UND_ERR_SOCKET)$/u.test(code));
}

/** The codes of an error and of what caused it: Node gathers the failures of several addresses in one. */
function codesOf(error: unknown, depth = 0): readonly string[] {
  if (!(error instanceof Error) || depth > 4) return [];
  // undici's parser leaves the code of its errors empty.
  const {code = error.name} = error as NodeJS.ErrnoException;
  const inner = error instanceof AggregateError ? (error.errors as unknown[]) : [];
  return [code, ...[...inner, error.cause].flatMap(each => codesOf(each, depth + 1))];
}

/** The host that was not connected to because its address is private. */
export function privateHostIn(error: unknown, depth = 0): string | undefined {
  if (!(error instanceof Error) || depth > 4) return undefined;
  if ('code' in error && error.code === PRIVATE_ADDRESS && 'hostname' in error) return String(error.hostname);
  return privateHostIn(error.cause, depth + 1);
}

function messageOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).replace(/\.$/u, '').slice(0, 200);
}

/** True if this machine has any address besides its own loopback. */
function isConnected(): boolean {
  return Object.values(networkInterfaces())
    .flat()
    .some(each => each && !each.internal);
}
