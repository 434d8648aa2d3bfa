import type {SourceSettings} from '../domain/publication/source.ts';

/** One of the preferences' `sources`: a location, or a location with settings of its own. */
export type SourceEntry =
  | string
  | (Omit<SourceSettings, 'newsletter'> &
      Readonly<{
        location: string;
        folder?: string;
        /** As a publisher would write it (domain/newsletter-from.ts). */
        newsletter?: unknown;
        /** Prints the password of an IMAP folder. Never stored with the source. */
        passwordCommand?: string;
        /** Prints a token for OAuth instead. */
        tokenCommand?: string;
        /** The environment variable that holds the password. */
        passwordEnv?: string;
      }>);

/** The settings of a source that are kept in the preferences, without its location. */
export async function settingsOf(entry: SourceEntry): Promise<SourceSettings> {
  if (typeof entry === 'string') return {};
  const {
    location,
    folder: _,
    passwordCommand: __,
    passwordEnv: ___,
    tokenCommand: ____,
    newsletter: written,
    ...settings
  } = entry;
  if (written === undefined) return settings;
  const {newsletterFrom} = await import('../domain/newsletter/newsletter-from.ts');
  const newsletter = newsletterFrom(written, URL.canParse(location) ? location : undefined);
  return {...settings, ...(newsletter && {newsletter: {...newsletter, isOwn: true}})};
}

export function locationOf(entry: SourceEntry): string {
  return typeof entry === 'string' ? entry : entry.location;
}

/** The fault of an entry, or undefined. Newsletters are checked by their reader. */
export function faultOf(entry: unknown): string | undefined {
  if (typeof entry === 'string') return entry.trim() === '' ? 'a source is empty' : undefined;
  if (typeof entry !== 'object' || entry === null) return 'a source is neither a text nor an object';
  const {location} = entry as {location?: unknown};
  if (typeof location !== 'string' || location.trim() === '') return 'a source has no "location"';
  for (const [name, value] of Object.entries(entry)) {
    const isRight = FIELDS[name];
    if (!isRight) return `the source ${location} has "${name}", which is not a setting of a source`;
    if (!isRight(value)) return `the source ${location} has a "${name}" of the wrong kind`;
  }
  return undefined;
}

const isText = (value: unknown): boolean => typeof value === 'string' && !/\p{Cc}/u.test(value);
/** A line of a request; one with a line break would be two. */
const isHeader = ([name, value]: readonly [string, unknown]): boolean =>
  /^[\w!#$%&'*+.^`|~-]+$/.test(name) && typeof value === 'string' && /^[\t -~\x80-\xff]*$/.test(value);
const isObject = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const FIELDS: Readonly<Record<string, (value: unknown) => boolean>> = {
  location: isText,
  folder: isText,
  name: isText,
  headers: value => isObject(value) && Object.entries(value as object).every(isHeader),
  userAgent: isText,
  interval: value => typeof value === 'number' && value >= 0,
  fullText: value => typeof value === 'boolean',
  newsletter: isObject,
  passwordCommand: isText,
  passwordEnv: isText,
  tokenCommand: isText,
};
