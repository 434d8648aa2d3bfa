/**
 * The program that opens addresses of one kind, where it is not the browser: a player for videos, a viewer
 * for pictures.
 */
export type BrowserChoice = Readonly<{
  /** A kind of file, or a pattern of addresses in which `*` stands for anything. */
  for: string;
  /** A line for the shell; the address reaches it as an argument, in the place of `%s` or at its end. */
  run: string;
  /** It has the terminal while it runs. */
  terminal?: boolean;
}>;

export const ADDRESS_KINDS = ['video', 'audio', 'image', 'mail'] as const;
export type AddressKind = (typeof ADDRESS_KINDS)[number];

/** The first choice that is for an address; `type` is its media type, where the source gives one. */
export function choiceFor(
  choices: readonly BrowserChoice[],
  address: string,
  type?: string,
): BrowserChoice | undefined {
  const kind = kindOf(address, type);
  return choices.find(choice => (isKind(choice.for) ? choice.for === kind : matches(choice.for, address)));
}

/** By the media type, else by the ending of the path. */
export function kindOf(address: string, type = ''): AddressKind | undefined {
  if (/^mailto:/iu.test(address)) return 'mail';
  const kind = /^(video|audio|image)\//iu.exec(type)?.[1]?.toLowerCase();
  if (kind !== undefined) return ADDRESS_KINDS.find(one => one === kind);
  const path = URL.canParse(address) ? new URL(address).pathname : '';
  return ADDRESS_KINDS.find(one => ENDINGS[one].test(path));
}

const ENDINGS: Readonly<Record<AddressKind, RegExp>> = {
  video: /\.(?:mp4|m4v|webm|mkv|mov|avi|ogv|m3u8)$/iu,
  audio: /\.(?:mp3|m4a|aac|ogg|oga|opus|flac|wav)$/iu,
  image: /\.(?:png|jpe?g|gif|webp|avif|svg|bmp)$/iu,
  mail: /(?!)/u,
};

/** Piece by piece from the left: whatever the pattern, an address is gone through once. */
function matches(pattern: string, address: string): boolean {
  const text = address.toLowerCase();
  const [first = '', ...others] = pattern.toLowerCase().split('*');
  const last = others.pop();
  if (last === undefined) return text === first;
  if (!text.startsWith(first) || text.length < first.length + last.length || !text.endsWith(last))
    return false;
  let at = first.length;
  for (const piece of others) {
    const found = text.indexOf(piece, at);
    if (found === -1) return false;
    at = found + piece.length;
  }
  return at <= text.length - last.length;
}

function isKind(text: string): text is AddressKind {
  return ADDRESS_KINDS.some(one => one === text);
}

/** The fault of one of the preferences' `browsers`, as the end of a sentence; undefined if there is none. */
export function faultOfBrowser(given: unknown): string | undefined {
  if (typeof given !== 'object' || given === null || Array.isArray(given))
    return 'a browser is not an object';
  const {for: whom, run, terminal, ...rest} = given as Record<string, unknown>;
  if (!isLine(whom) || !(isKind(whom) || whom.includes('*') || whom.includes(':')))
    return `a browser has no "for": ${ADDRESS_KINDS.join(', ')}, or a pattern such as *://*.example.com/*`;
  if (!isLine(run)) return `the browser for ${whom} has no "run"`;
  if (terminal !== undefined && typeof terminal !== 'boolean')
    return `the browser for ${whom} has a "terminal" that is neither true nor false`;
  const [unknown] = Object.keys(rest);
  return unknown === undefined
    ? undefined
    : `the browser for ${whom} has "${unknown}", which is not a part of a browser`;
}

function isLine(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '' && !/\p{Cc}/u.test(value);
}
