import {BlockList, isIP} from 'node:net';

/**
 * True if a host can only be near: a loopback, private, link-local or otherwise special address, or a name
 * that no public server has. Other names are judged by what they resolve to (see public-lookup.ts).
 */
export function isPrivateHost(hostname: string): boolean {
  const host = hostname
    .replace(/^\[(.*)\]$/u, '$1')
    .replace(/\.$/u, '')
    .toLowerCase();
  return isIP(host) === 0 ? !host.includes('.') || NEAR_NAMES.test(host) : isPrivateAddress(host);
}

/** IPv4 or IPv6 without brackets. What is no address counts as private: it is not asked. */
export function isPrivateAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return PRIVATE.check(address, 'ipv4');
  return family === 0 || PRIVATE.check(address, 'ipv6');
}

const NEAR_NAMES = /\.(?:localhost|local|internal|intranet|lan|home|corp|private|localdomain|home\.arpa)$/u;

/**
 * The special-purpose registries of IANA. A BlockList holds IPv4 rules against IPv4-mapped IPv6 addresses
 * too.
 */
const PRIVATE = new BlockList();
for (const [network, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const) {
  PRIVATE.addSubnet(network, bits, 'ipv4');
}
for (const [network, bits] of [
  // Unspecified, loopback and the deprecated IPv4-compatible addresses.
  ['::', 96],
  // Translations, which may lead to any IPv4 address: NAT64, its local form, Teredo, 6to4.
  ['64:ff9b::', 96],
  ['64:ff9b:1::', 48],
  ['::ffff:0:0:0', 96],
  ['2001::', 32],
  ['2001:2::', 48],
  ['3fff::', 20],
  ['5f00::', 16],
  ['2002::', 16],
  ['100::', 64],
  ['2001:db8::', 32],
  ['fc00::', 7],
  ['fe80::', 10],
  ['fec0::', 10],
  ['ff00::', 8],
] as const) {
  PRIVATE.addSubnet(network, bits, 'ipv6');
}
