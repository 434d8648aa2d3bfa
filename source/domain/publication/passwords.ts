/** The text without the passwords in its addresses: it is shown, and ends up in logs and reports. */
export function withoutPassword(text: string): string {
  if (!text.includes('@')) return text;
  const [user, at] = inAddress(text) ?? [];
  const masked = user === undefined ? within(text) : `${text.slice(0, user)}:***${within(text.slice(at))}`;
  return masked.replaceAll(BARE_ADDRESS, '$1***@');
}

/** JSON without the passwords in its addresses; what an article says stays, it may be about one. */
export function withoutPasswords(json: string): string {
  if (!json.includes('@')) return json;
  const given = JSON.parse(json) as unknown;
  const masked = maskedIn(given);
  return masked === given ? json : JSON.stringify(masked);
}

const WORDS = new Set(['body', 'excerpt', 'markdown', 'snippet', 'title']);

/** The same value where nothing in it is masked. */
export function maskedIn(part: unknown): unknown {
  if (typeof part === 'string') return withoutPassword(part);
  if (typeof part !== 'object' || part === null) return part;
  if (Array.isArray(part)) {
    const masked = part.map(maskedIn);
    return masked.every((value, index) => value === part[index]) ? part : masked;
  }
  const entries = Object.entries(part);
  const masked = entries.map(([name, value]) => [name, WORDS.has(name) ? value : maskedIn(value)] as const);
  return masked.every(([, value], index) => value === entries[index]?.[1])
    ? part
    : Object.fromEntries(masked);
}

/*
 * A text that is an address is read as its parser does. In a sentence an address begins with its scheme, and
 * its user, password and host are one run of characters; a password with a blank, a slash or the like in it
 * makes no address, and was typed all the same.
 */

/** The end of the user's name in an address, and the @ behind the password; undefined where there is none. */
function inAddress(text: string): readonly [number, number] | undefined {
  const url = URL.parse(text);
  if (!url?.password) return undefined;
  const [start = ''] = /^\s*[a-z][a-z\d+.-]*:[/\\]*/i.exec(text) ?? [];
  const [authority = ''] =
    (/^https?:$/.test(url.protocol) ? /^[^/?#\\]*/ : /^[^/?#]*/).exec(text.slice(start.length)) ?? [];
  const [colon, at] = [authority.indexOf(':'), authority.lastIndexOf('@')];
  return colon === -1 || at < colon ? undefined : [start.length + colon, start.length + at];
}

/** The beginning of an address, slashes missing or turned the other way as browsers and people write them. */
const START =
  /[a-z][a-z\d+.-]{0,20}:[/\\]{2,}|(?<![^\s"'(<“/])(?:https?|imaps?|feed):[/\\]?|(?<=[:=])(?:https?|imaps?|feed):[/\\]|(?<![:\w/\\])\/\//gi;

/** A sentence with its addresses masked; each character is looked at a few times at most. */
function within(text: string): string {
  let masked = '';
  let from = 0;
  for (const {0: start, index} of text.matchAll(START)) {
    const begin = index + start.length;
    // Inside an address that was masked before.
    if (begin <= from) continue;
    const [user, end] = userAt(text, begin) ?? [];
    if (user === undefined || end === undefined) continue;
    masked += `${text.slice(from, user)}:***`;
    from = end;
  }
  return masked + text.slice(from);
}

/** The same two places behind the beginning of an address in a sentence. */
function userAt(text: string, begin: number): readonly [number, number] | undefined {
  const run = matchAt(RUN, text, begin);
  const at = run.lastIndexOf('@');
  const colon = run.indexOf(':');
  if (at !== -1) return colon !== -1 && colon < at ? [begin + colon, begin + at] : undefined;
  // The number of a host has colons of its own.
  if (run.startsWith('[')) return undefined;
  if (colon === -1) {
    const found = matchAt(BLANK_USER, text, begin);
    return found === '' ? undefined : [begin + found.indexOf(':'), begin + found.length];
  }
  const secret = matchAt(ODD_SECRET, text, begin + colon + 1);
  return secret === '' ? undefined : [begin + colon, begin + colon + 1 + secret.length];
}

const RUN = /[^\s/\\?#]*/y;
const BLANK_USER = /[^\n/\\?#@:]{1,200}:[^\s/\\?#@][^\s/\\?#@]{0,4000}(?=@)/y;
/** No port, and no words behind the address. */
const ODD_SECRET = /(?!\d{1,5}(?!\w))[^\s@][^\n]{0,4000}?(?=@(?![^\s/?#@]{0,100}@))/y;

function matchAt(expression: RegExp, text: string, at: number): string {
  expression.lastIndex = at;
  return expression.exec(text)?.[0] ?? '';
}

/** "user:password@host.example", which its writer took for an address; "Re:" before a mail is no user. */
const BARE_ADDRESS =
  /(?<![^\s"'(<“])((?!(?:mailto|acct|sips?|xmpp|im|news|[mc]id|https?|imaps?|feed|re|fwd?|aw|wg|b?cc|to|from):)[^\s:/?#@"'(<“]{1,100}:)(?!\*\*\*@)[^\s:/@][^\s@]{0,200}@(?=[\w-]+(?:\.[\w-]+)+|localhost\b)/gi;
