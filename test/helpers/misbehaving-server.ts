import {createServer, type IncomingMessage, type RequestListener, type ServerResponse} from 'node:http';
import type {AddressInfo} from 'node:net';
import {onTestFinished} from 'vitest';

export type Behaviour = RequestListener;

/** A real server on this machine that does whatever `behave` does, and ends with the test. */
export async function misbehavingServer(
  behave: Behaviour,
): Promise<{origin: string; asked: IncomingMessage[]}> {
  const asked: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    asked.push(request);
    behave(request, response);
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(async () => {
    server.closeAllConnections();
    await new Promise(resolve => server.close(resolve));
  });
  return {origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked};
}

/** Bytes as they are, without Node's own idea of HTTP. */
export function raw(bytes: string): Behaviour {
  return (_request, response) => response.socket?.end(Buffer.from(bytes, 'latin1'));
}

export function answer(
  status: number,
  headers: Readonly<Record<string, string>> = {},
  body: string | Uint8Array = '',
): Behaviour {
  return (_request, response) => response.writeHead(status, headers).end(body);
}

/** Writes the piece again and again until the other side goes away. */
export function pour(response: ServerResponse, piece: Uint8Array): void {
  while (!response.destroyed && response.write(piece));
  if (!response.destroyed) response.once('drain', () => pour(response, piece));
}
