import {connect, createServer} from 'node:net';
import type {AddressInfo, Socket} from 'node:net';
import {onTestFinished} from 'vitest';

export type Way = Readonly<{
  port: number;
  /** Resolves when so many bytes have come from the server. */
  until: (bytes: number) => Promise<void>;
  /** Cuts all connections; new ones are let through. */
  cut: () => void;
  /** Has each new connection cut after so many bytes from the server. */
  limit: (bytes: number) => void;
}>;

/** A way to a server on this machine; each connection is cut after `first` bytes from the server. */
export async function aWayTo(to: number, first = Infinity): Promise<Way> {
  let limit = first;
  const sockets = new Set<Socket>();
  const waiting = new Set<() => void>();
  let come = 0;
  const proxy = createServer(near => {
    const far = connect(to, '127.0.0.1');
    let left = limit;
    far.on('data', data => {
      near.write(left === Infinity ? data : data.subarray(0, left));
      left -= data.length;
      come += data.length;
      for (const look of waiting) look();
      if (left <= 0) near.destroy();
    });
    near.on('data', data => far.write(data));
    for (const end of [near, far]) {
      sockets.add(end);
      end.on('error', () => {}).on('close', () => (near.destroy(), far.destroy(), sockets.delete(end)));
    }
  }).listen(0, '127.0.0.1');
  await new Promise(resolve => void proxy.once('listening', resolve));
  onTestFinished(() => void proxy.close());
  return {
    port: (proxy.address() as AddressInfo).port,
    until: bytes =>
      new Promise(resolve => {
        const look = (): void => {
          if (come < bytes) return;
          waiting.delete(look);
          resolve();
        };
        waiting.add(look);
        look();
      }),
    cut: () => sockets.forEach(socket => socket.destroy()),
    limit(bytes) {
      limit = bytes;
    },
  };
}
