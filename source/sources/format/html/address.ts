import {safeAddress} from '../../article/addresses.ts';

/** An address as a page writes it, resolved; undefined where it is empty or unsafe. */
export function resolved(written: string | undefined, base: string | undefined): string | undefined {
  return written === undefined || written.trim() === '' ? undefined : safeAddress(written, base);
}
