import {assert, ipV4, property} from 'fast-check';
import {expect, test} from 'vitest';
import {isLoopbackHost} from '../../source/domain/publication/location.ts';
import {isPrivateAddress, isPrivateHost} from '../../source/http/private-address.ts';
import {judgingLookup, type Allowed} from '../../source/http/public-lookup.ts';
import {answer, misbehavingServer} from '../helpers/misbehaving-server.ts';
import {get, problemOf} from './client.ts';

test.for(
  `127.0.0.1 127.9.9.9 10.1.2.3 172.16.0.1 172.31.255.255 192.168.0.1 169.254.169.254 0.0.0.0 100.64.0.1
   224.0.0.1 255.255.255.255 198.18.0.1 ::1 :: fc00::1 fd12::1 fe80::1 ff02::1 ::ffff:127.0.0.1 ::ffff:10.0.0.1
   64:ff9b::a00:1 2002:7f00:1:: nonsense`.split(/\s+/u),
)('%s is private', address => {
  expect(isPrivateAddress(address)).toBe(true);
});

test.for([
  '1.1.1.1',
  '172.32.0.1',
  '192.167.1.1',
  '11.0.0.1',
  '2606:4700::1111',
  '2a00:1450::1',
  '::ffff:8.8.8.8',
])('%s is public', address => {
  expect(isPrivateAddress(address)).toBe(false);
});

test('an IPv4 address is private in its IPv6 form exactly when it is in its own', () => {
  assert(
    property(ipV4(), address => {
      expect(isPrivateAddress(`::ffff:${address}`)).toBe(isPrivateAddress(address));
    }),
    {numRuns: 50},
  );
});

test.for([
  'localhost',
  'router',
  'nas.local',
  'git.internal',
  'printer.lan',
  'x.home.arpa.',
  '[::1]',
  '10.0.0.1',
  'a.localhost',
])('the host %s is near', host => {
  expect(isPrivateHost(host)).toBe(true);
});

test.for(['example.com', 'local.example.com', '8.8.8.8', '[2606:4700::1111]', 'example.com.'])(
  'the host %s may be far',
  host => {
    expect(isPrivateHost(host)).toBe(false);
  },
);

test('knows this machine', () => {
  expect(
    ['localhost', '127.0.0.1', '[::1]', 'x.localhost', '10.0.0.1', 'example.com'].map(isLoopbackHost),
  ).toEqual([true, true, true, true, false, false]);
});

test('a name that resolves to a private address is refused before a connection is made', async () => {
  const judged: unknown[] = [];
  const look = (allowed: Allowed) =>
    new Promise(resolve =>
      judgingLookup(allowed, (...found) => judged.push(found))('localhost', {all: true}, resolve),
    );
  expect(await look('public')).toMatchObject({code: 'ERR_PRIVATE_ADDRESS', hostname: 'localhost'});
  expect(await look('any')).toBeNull();
  expect(await look('private')).toBeNull();
  expect(judged).toEqual([
    ['localhost', true],
    ['localhost', true],
    ['localhost', true],
  ]);
});

test('what an article causes does not reach a private address, unless its own source is there', async () => {
  const {origin, asked} = await misbehavingServer(answer(200));
  expect(await problemOf(get(origin, {reach: 'public-only'}))).toMatchObject({
    kind: 'unsafe',
    message: expect.stringContaining('private address') as string,
  });
  expect(await problemOf(get(origin, {reach: {publicOr: 'example.com'}}))).toMatchObject({kind: 'unsafe'});
  expect(asked).toEqual([]);
  expect((await get(origin, {reach: {publicOr: '127.0.0.1'}})).status).toBe(200);
});

test('each redirect is judged anew', async () => {
  const there = await misbehavingServer(answer(200));
  const here = await misbehavingServer(
    answer(302, {location: there.origin.replace('127.0.0.1', 'localhost')}),
  );
  expect(await problemOf(get(here.origin, {reach: {publicOr: '127.0.0.1'}}))).toMatchObject({kind: 'unsafe'});
  expect(there.asked).toEqual([]);
});
