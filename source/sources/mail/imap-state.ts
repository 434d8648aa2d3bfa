import type {Validators} from '../../domain/publication/source.ts';

/** The state of an IMAP folder at the last visit; kept as the source's validator. */
export type ImapState = Readonly<{
  /** The numbers of mails hold as long as this does. */
  uidValidity: string;
  /** The last number up to which every mail was read. */
  upTo: number;
  /** Changes with each change in the folder, also of a mark; absent where the server does not count them. */
  modseq?: string;
}>;

export function lastState({etag}: Validators): ImapState | undefined {
  if (etag === undefined) return undefined;
  try {
    const {uidValidity, upTo, modseq} = JSON.parse(etag) as Partial<ImapState>;
    if (typeof uidValidity !== 'string' || typeof upTo !== 'number') return undefined;
    return {uidValidity, upTo, ...(typeof modseq === 'string' && /^\d+$/u.test(modseq) && {modseq})};
  } catch {
    return undefined;
  }
}

/** The state of a folder as the server describes it now. */
export function stateOf({
  uidValidity = 0n,
  uidNext = 0,
  highestModseq,
}: Readonly<{
  uidValidity?: bigint | undefined;
  uidNext?: number | undefined;
  highestModseq?: bigint | undefined;
}>): ImapState {
  return {
    uidValidity: String(uidValidity),
    upTo: uidNext - 1,
    ...(highestModseq !== undefined && {modseq: String(highestModseq)}),
  };
}

/** The name of a mail, as long as the folder keeps its numbers. */
export function mailId({uidValidity}: Readonly<{uidValidity: bigint | string}>, uid: number): string {
  return `${uidValidity}.${uid}`;
}

export function uidOf(id: string): number {
  return Number(id.slice(id.lastIndexOf('.') + 1));
}
