import {expect} from 'vitest';
import type {Received} from '../newsroom/newsroom.ts';
import {contractOf} from './contracts.ts';

/**
 * Holds what a service received to its contract: one request, byte by byte, and no header that was not asked
 * for.
 */
export function expectContract(
  arrived: readonly Received[],
  {service, situation, email}: Readonly<{service: string; situation: string; email: string}>,
): void {
  const contract = contractOf(service, email);
  expect(arrived.map(({method, url, body}) => ({method, url, body}))).toEqual([
    {
      method: contract?.method,
      url: `/play/${service}/${situation}/${contract?.path}`,
      body: contract?.body,
    },
  ]);
  const {host, connection, 'user-agent': agent, ...headers} = arrived[0]?.headers ?? {};
  expect({host, connection, agent}).toEqual({
    host: expect.stringMatching(/^127\.0\.0\.1:\d+$/) as string,
    connection: 'keep-alive',
    agent: expect.stringMatching(/^Inkwell/) as string,
  });
  expect(headers).toEqual({
    ...contract?.headers,
    'accept-encoding': expect.any(String) as string,
    ...(contract?.body && {'content-length': String(Buffer.byteLength(contract.body))}),
  });
}
