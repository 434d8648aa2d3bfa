/** Settings that the reader has given to one publication; they come before all others. */
export type OwnSettings = Readonly<{
  order?: 'newest' | 'oldest' | 'source';
  unreadOnly?: boolean;
  /** Complete teasers from their pages. */
  fullText?: boolean;
  /** Minutes between fetches. */
  interval?: number;
  images?: 'ask' | 'always' | 'never';
  /** The browser for its articles, a line for the shell. */
  browser?: string;
}>;

export type OwnSettingName = keyof OwnSettings;

/** A change of them; null takes one away. */
export type OwnSettingsChange = {readonly [Name in OwnSettingName]?: OwnSettings[Name] | null};

/** Settings that hold where a publication has none of its own. */
export type UsualSettings = Readonly<
  Required<Omit<OwnSettings, 'browser' | 'unreadOnly'>> & {browser?: string}
>;

/** A setting of a publication as people see it, and its origin. */
export type ShownSetting = Readonly<{
  name: OwnSettingName;
  title: string;
  value: string;
  from: 'this publication' | 'its source in the preferences' | 'your settings';
}>;

export const OWN_CHOICES = {
  order: ['newest', 'oldest', 'source'],
  unreadOnly: [true, false],
  fullText: [true, false],
  interval: [0, 15, 30, 60, 120, 360, 1440, 10_080],
  images: ['ask', 'always', 'never'],
} as const;

const TITLES: Readonly<Record<OwnSettingName, string>> = {
  order: 'Order',
  unreadOnly: 'Articles',
  fullText: 'Whole texts',
  interval: 'Refresh interval',
  images: 'Pictures',
  browser: 'Browser',
};

/** All settings of a publication, each with its value and where that comes from. */
export function shownSettings(
  own: OwnSettings,
  configured: Pick<OwnSettings, 'fullText' | 'interval'>,
  usual: UsualSettings,
): readonly ShownSetting[] {
  // One publication alone stands in the order of its source.
  const values: OwnSettings = {...usual, unreadOnly: false, order: 'source', ...configured, ...own};
  return (Object.keys(TITLES) as OwnSettingName[]).map(name => ({
    name,
    title: TITLES[name],
    value: WORDS[name](values[name] as never),
    from:
      own[name] !== undefined
        ? 'this publication'
        : name in configured
          ? 'its source in the preferences'
          : 'your settings',
  }));
}

const WORDS: {readonly [Name in OwnSettingName]: (value: OwnSettings[Name]) => string} = {
  order: (order = 'source') =>
    ({newest: 'newest first', oldest: 'oldest first', source: 'as its source has them'})[order],
  unreadOnly: only => (only ? 'unread only' : 'all'),
  fullText: isWhole => (isWhole ? 'fetched from the page when opened' : 'as the source gives them'),
  interval: (minutes = 0) => (minutes === 0 ? 'only when asked' : span(minutes)),
  images: (images = 'ask') => ({ask: 'when asked for', always: 'always', never: 'never'})[images],
  browser: (line = '') => (line === '' ? 'the usual one' : line),
};

function span(minutes: number): string {
  const [count, unit] =
    minutes % 1440 === 0
      ? [minutes / 1440, 'day']
      : minutes % 60 === 0
        ? [minutes / 60, 'hour']
        : [minutes, 'minute'];
  return count === 1 ? `1 ${unit}` : `${count} ${unit}s`;
}

/** The value after the present one; behind the last it is the usual one again. */
export function nextOwn(own: OwnSettings, name: keyof typeof OWN_CHOICES): OwnSettingsChange {
  const choices: readonly (string | number | boolean)[] = OWN_CHOICES[name];
  const now = own[name];
  const next = now === undefined ? choices[0] : choices[choices.indexOf(now) + 1];
  return {[name]: next ?? null};
}

/** Settings among what a file says, as far as it can be one. */
export function ownSettingsFrom(given: unknown): OwnSettings {
  if (typeof given !== 'object' || given === null) return {};
  const right = Object.entries(given).filter(([name, value]) => {
    if (name === 'browser') return typeof value === 'string' && value.trim() !== '' && !/\p{Cc}/u.test(value);
    if (name === 'interval') return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
    const choices: readonly unknown[] =
      name in OWN_CHOICES ? OWN_CHOICES[name as keyof typeof OWN_CHOICES] : [];
    return choices.includes(value);
  });
  return Object.fromEntries(right) as OwnSettings;
}

/** Places one publication among the others. An empty folder or name removes it. */
export type Arrangement = Readonly<{
  isHidden?: boolean;
  isMuted?: boolean;
  folder?: string;
  rank?: number;
  name?: string;
  /** Settings of its own; null takes one away. */
  own?: OwnSettingsChange;
}>;
