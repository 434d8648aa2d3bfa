import {analyzeEmail} from '@sideway/address';
import {inBrackets} from './pasted-email.ts';

export {suggestEmail} from './email-suggestion.ts';
export {pastedEmail} from './pasted-email.ts';

export type EmailCheck =
  | Readonly<{ok: true; email: string}>
  | Readonly<{
      ok: false;
      /** One printable sentence. */
      reason: string;
      /** More typing at the end can still make it right: nothing to be red about yet. */
      isUnfinished: boolean;
    }>;

/**
 * Checks that mail can be sent to an address; internationalised addresses pass. `Ada <ada@example.com>` gives
 * the address in the brackets. White space around it is not forgiven here: what a person typed or pasted goes
 * through `pastedEmail` first.
 */
export function checkEmail(text: string): EmailCheck {
  const email = inBrackets(text) ?? text;
  const reason = flawOf(email);
  return reason === undefined ? {ok: true, email} : {ok: false, reason, isUnfinished: isUnfinished(text)};
}

function flawOf(email: string): string | undefined {
  if (email === '') return 'Type an email address.';
  if (/\s/u.test(email)) return 'An address has no spaces in it.';
  if (!email.isWellFormed() || INVISIBLE.test(email))
    return 'The address has a character that cannot be seen.';
  const flaw = analyzeEmail(email);
  return flaw ? (REASONS[flaw.code] ?? 'This is not an email address.') : undefined;
}

/**
 * Tried on the continuations that a typing person may be on the way to; a name before `<` may still be
 * growing.
 */
function isUnfinished(text: string): boolean {
  if (/^[^<>@]*$/.test(text) && !INVISIBLE.test(text)) return true;
  const begun = text.replace(/^[^<>]*</, '');
  return ['x', 'x.xx', '@x.xx', 'x@x.xx'].some(rest => flawOf(begun + rest) === undefined);
}

/**
 * Format characters (zero-width, soft hyphen, direction) look like nothing, and the library lets them pass.
 */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;

const REASONS: Readonly<Record<string, string>> = {
  MISSING_AT_CHAR: 'An address has an @ in it.',
  MULTIPLE_AT_CHAR: 'An address has only one @.',
  EMPTY_LOCAL: 'Nothing stands before the @.',
  DOMAIN_NON_EMPTY_STRING: 'Nothing stands after the @.',
  EMPTY_LOCAL_SEGMENT: 'A dot is too much before the @.',
  INVALID_LOCAL_CHARS: 'A character before the @ cannot be in an address.',
  LOCAL_TOO_LONG: 'The part before the @ is longer than 64 bytes.',
  ADDRESS_TOO_LONG: 'The address is longer than 254 bytes.',
  DOMAIN_TOO_LONG: 'The part after the @ is too long.',
  DOMAIN_EMPTY_SEGMENT: 'A dot is too much after the @.',
  DOMAIN_SEGMENTS_COUNT: 'The part after the @ has no ending such as .com.',
  DOMAIN_LONG_SEGMENT: 'The part after the @ is too long.',
  DOMAIN_INVALID_UNICODE_CHARS: 'A character after the @ cannot be in an address.',
  DOMAIN_INVALID_CHARS: 'A character after the @ cannot be in an address.',
  DOMAIN_INVALID_TLDS_CHARS: 'The ending after the last dot is not one.',
};
