const PREFIX = 'tag:google.com,2005:reader/item/';
const NUMBER = /^-?\d{1,19}$/u;

/**
 * One form for an item's id, however the server writes it: a signed decimal number where it is one of 64
 * bits, else what follows the last slash. Numbers stay text: a double would lose digits above 2^53.
 */
export function itemId(written: string): string {
  const end = written.slice(written.lastIndexOf('/') + 1);
  if (written.startsWith(PREFIX) && /^[\da-f]{16}$/iu.test(end))
    return BigInt.asIntN(64, BigInt(`0x${end}`)).toString();
  return end;
}

/** The long form, which every server accepts. */
export function longId(id: string): string {
  if (!NUMBER.test(id)) return PREFIX + id;
  return PREFIX + BigInt.asUintN(64, BigInt(id)).toString(16).padStart(16, '0');
}
