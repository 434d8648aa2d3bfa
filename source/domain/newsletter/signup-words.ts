import type {Confirmation, Signup} from './signup.ts';

/** Sender, button and host of a mail that asks to confirm, with what is suspicious about it. */
export function confirmationWords({sender, button, host, doubt, imitated}: Confirmation): string {
  return [`“${button}” from ${sender} leads to ${host}.`, doubtIn({doubt, imitated})]
    .filter(Boolean)
    .join(' ');
}

function doubtIn({
  doubt,
  imitated,
}: Readonly<{doubt: Confirmation['doubt']; imitated: string | undefined}>): string {
  if (doubt === 'look-alike') return `It imitates ${imitated ?? 'the newsletter'}: this may be a fraud.`;
  return doubt === 'elsewhere' ? 'That is not the newsletter’s site.' : '';
}

/** The mail that still asks to confirm this sign-up. */
export function openConfirmation({state, confirmation}: Signup): Confirmation | undefined {
  return state === 'requested' || state === 'unknown' ? confirmation : undefined;
}

/** "4 letters, the last on 2026-11-12"; empty where none is known of. */
export function lettersWords({letters}: Signup): string {
  if (!letters) return '';
  const count = letters.count === 1 ? '1 letter' : `${letters.count} letters`;
  return letters.last === undefined ? count : `${count}, the last on ${letters.last.slice(0, 10)}`;
}
