import type {Settings} from '../app/core/state.ts';
import type {Context} from '../runtime/context.ts';
import {followable} from '../services/followable.ts';
import {isDue} from '../domain/publication/is-due.ts';
import {PLAIN} from '../domain/theme/themes.ts';
import type {WriteQueue} from '../effects/write-queue.ts';
import type {Preferences, EffectContext} from '../effects/context.ts';
import type {Paths} from '../options/paths.ts';
import {SETTINGS} from '../options/table.ts';
import type {SettingKey} from '../options/table.ts';
import type {Mounted} from '../screen/mounted.ts';
import type {Looks} from '../screen/looks.ts';
import {deferred} from './deferred.ts';
import {picturing} from './picturing.ts';
import {shownKeys} from './shown-keys.ts';
import {write} from './write.ts';

/** The real effectContext of the reader's effects; what is heavy comes by import when it is first wanted. */
export function createEffectContext(
  {options, paths, ports}: Context,
  writes: WriteQueue,
  look: Looks,
  mounted: () => Mounted | undefined,
  settings: () => Settings,
): EffectContext {
  const suspendTerminal = async (during: () => Promise<void>): Promise<void> => {
    await mounted()?.suspendTerminal(during);
    pictures?.ready()?.sendAgain();
  };
  const pictures = look.pictures && picturing(look.pictures, {settings, look, ports, suspendTerminal});
  return {
    library: writes.library,
    writes,
    clock: {now: () => Date.now()},
    sources: ports.sources,
    ingest: () => ports.ingest(),
    newsletters: ports.newsletters,
    typesetter: deferred(ports.typesetter),
    ...(pictures && {pictures}),
    platform: async () => {
      const {createPlatform} = await import('../platform/platform.ts');
      return createPlatform({
        write,
        suspendTerminal,
        commands: commandsFrom(options.editor, options.pager),
      });
    },
    terminal: {
      quit: () => {
        pictures?.ready()?.clear();
        mounted()?.exit();
      },
      redraw: () => (pictures ? void suspendTerminal(() => Promise.resolve()) : mounted()?.redraw()),
      suspend: () => suspend(suspendTerminal),
    },
    preferences: preferences(paths),
    style: measure => {
      const {themeName, breaking} = settings();
      const shared = {
        measure,
        now: Date.now(),
        ...(options.locale !== undefined && {locale: options.locale}),
      };
      if (options.screenReader)
        return {...shared, theme: PLAIN, colors: 0, hyperlinks: false, ascii: true, breaking: 'greedy'};
      const {colors, hyperlinks, isAscii, bidi} = look;
      const keys = shownKeys(settings(), options, pictures?.rows() !== undefined);
      const {theme} = look.of(themeName);
      return {...shared, theme, colors, hyperlinks, ascii: isAscii, breaking, keys, bidi};
    },
    isOffline: options.offline,
    completesTeasers: options.fullText,
    ahead: options.refresh.ahead,
    retention: options.retention > 0 ? {keepDays: options.retention} : {},
    locate: followable,
    isDue: source => isDue(source, settings().refreshEvery, Date.now()),
  };
}

type Lending = (during: () => Promise<void>) => Promise<void>;

function commandsFrom(
  editor: string | undefined,
  pager: string | undefined,
): {editor: string; pager: string} {
  const {VISUAL, EDITOR, PAGER} = process.env;
  return {editor: editor ?? VISUAL ?? EDITOR ?? 'vi', pager: pager ?? PAGER ?? 'less'};
}

/** Ctrl-Z: the terminal is given back before the shell takes over, and taken again afterwards. */
function suspend(suspendTerminal: Lending): void {
  void suspendTerminal(
    () =>
      new Promise(resolve => {
        // The terminal's size is asked anew when it goes on.
        process.once('SIGCONT', () => process.once('SIGWINCH', () => resolve()));
        process.kill(process.pid, 'SIGTSTP');
      }),
  );
}

/** What is changed on the screen is kept at once. */
function preferences(paths: Paths): Preferences {
  return {
    async keepSettings(settings) {
      const {readPreferences} = await import('../options/preferences-file.ts');
      const {writePreference} = await import('../options/write-preferences.ts');
      const kept = readPreferences(paths.preferences).values;
      for (const [name, key] of Object.entries(KEYS)) {
        const value = settings[name as keyof typeof KEYS];
        const before = kept.get(key) ?? DEFAULTS[key];
        if (JSON.stringify(before) !== JSON.stringify(value)) writePreference(paths, key, value);
      }
    },
    async keepEmail(email) {
      const {writePreference} = await import('../options/write-preferences.ts');
      writePreference(paths, 'email.address', email);
    },
  };
}

/** What the settings of the screen are called in the preferences. */
const KEYS = {
  measure: 'measure',
  breaking: 'breaking',
  density: 'density',
  sideBySide: 'sideBySide',
  readAtEnd: 'readAtEnd',
  themeName: 'theme',
  preset: 'keys.preset',
  images: 'images',
  refreshOnStart: 'refresh.onStart',
  refreshEvery: 'refresh.interval',
  closedFolders: 'closedFolders',
} as const satisfies Partial<Record<keyof Settings, SettingKey>>;

const DEFAULTS: Readonly<Record<string, unknown>> = Object.fromEntries(
  SETTINGS.map(setting => [setting.key, setting.default]),
);
