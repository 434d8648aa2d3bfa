import type {Validators} from '../../domain/publication/source.ts';

/** The state of an IMAP folder at the last visit; kept as the source's validator. */
export type ImapState = Readonly<{
  /** The numbers of mails hold as long as this does. */
  uidValidity: string;
  /** The last number up to which every mail was read. */
  upTo: number;
}>;

export function lastState({etag}: Validators): ImapState | undefined {
  if (etag === undefined) return undefined;
  try {
    const {uidValidity, upTo} = JSON.parse(etag) as Partial<ImapState>;
    return typeof uidValidity === 'string' && typeof upTo === 'number' ? {uidValidity, upTo} : undefined;
  } catch {
    return undefined;
  }
}

/** The name of a mail, as long as the folder keeps its numbers. */
export function mailId({uidValidity}: Readonly<{uidValidity: bigint | string}>, uid: number): string {
  return `${uidValidity}.${uid}`;
}

export function uidOf(id: string): number {
  return Number(id.slice(id.lastIndexOf('.') + 1));
}
