/** The fault of one of the preferences' `accounts`; undefined if there is none. */
export function faultOfAccount(entry: unknown): string | undefined {
  if (typeof entry !== 'object' || entry === null || Array.isArray(entry)) return 'an account is no object';
  const {name, base} = entry as {name?: unknown; base?: unknown};
  if (typeof name !== 'string' || name.trim() === '') return 'an account has no "name"';
  if (typeof base !== 'string' || !/^https?:\/\//i.test(base) || !URL.canParse(base))
    return `the account ${name} has no "base" that is a web address`;
  for (const [field, value] of Object.entries(entry)) {
    const wanted = FIELDS[field];
    if (wanted === undefined)
      return `the account ${name} has "${field}", which is not a setting of an account`;
    if (typeof value !== 'string' || (wanted !== true && !wanted.includes(value)))
      return `the account ${name} has a "${field}" of the wrong kind`;
  }
  return undefined;
}

/** Any text, or one of these. */
const FIELDS: Readonly<Record<string, true | readonly string[]>> = {
  name: true,
  base: true,
  api: ['google-reader', 'miniflux'],
  server: ['freshrss', 'miniflux', 'commafeed', 'theoldreader', 'bazqux', 'inoreader', 'other'],
  user: true,
  passwordCommand: true,
  passwordEnv: true,
  appId: true,
  appKeyEnv: true,
};
