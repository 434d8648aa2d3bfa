import {safeAddress} from '../../addresses.ts';
import {attribute} from './tree.ts';
import type {Element} from './tree.ts';

/** Where an element points, resolved; undefined where it is unsafe or nowhere. */
export function addressOf(element: Element, name: string, base: string | undefined): string | undefined {
  return resolved(attribute(element, name), base);
}

export function resolved(written: string | undefined, base: string | undefined): string | undefined {
  return written === undefined || written.trim() === '' ? undefined : safeAddress(written, base);
}
