import type {Settings} from '../app/core/settings.ts';
import type {Context} from '../runtime/context.ts';
import {PLAIN} from '../domain/theme/themes.ts';
import type {WriteQueue} from '../effects/write-queue.ts';
import type {EffectContext} from '../effects/context.ts';
import type {Preferences} from '../ports/services.ts';
import type {Options} from '../options/options.ts';
import {SETTINGS} from '../options/table.ts';
import type {SettingKey} from '../options/table.ts';
import type {Mounted} from '../screen/mounted.ts';
import type {Looks} from '../screen/looks.ts';
import {deferred} from './deferred.ts';
import {picturing} from './picturing.ts';
import {shownKeys} from './shown-keys.ts';
import type {TypedPasswords} from '../services/typed-passwords.ts';
import {write} from './write.ts';

/** The context of the reader's effects; heavy parts are imported on first use. */
export function createEffectContext(
  {options, ports}: Context,
  writes: WriteQueue,
  look: Looks,
  passwords: TypedPasswords,
  mounted: () => Mounted | undefined,
  settings: () => Settings,
): EffectContext {
  const suspendTerminal = async (during: () => Promise<void>): Promise<void> => {
    await mounted()?.suspendTerminal(during);
    pictures?.ready()?.sendAgain();
  };
  const own: Omit<Options, 'accounts'> & {accounts: Options['accounts']} = {...options};
  const pictures = look.pictures && picturing(look.pictures, {settings, look, ports, suspendTerminal});
  return {
    library: writes.library,
    writes,
    now: Date.now,
    options: own,
    preferences: ports.preferences,
    sources: ports.sources,
    ingest: () => ports.ingest(),
    newsletters: ports.newsletters,
    sync: ports.sync,
    typesetter: deferred(ports.typesetter),
    ...(pictures && {pictures}),
    platform: async () => {
      const {createPlatform} = await import('../platform/platform.ts');
      return createPlatform({
        write,
        suspendTerminal,
        commands: commandsFrom(options),
        notifyBy: options.notify.by,
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
    keepSettings: settingsWriter(ports.preferences),
    async keepAccounts(accounts) {
      await ports.preferences.write('accounts', accounts.length === 0 ? undefined : accounts);
      own.accounts = accounts;
    },
    passwords,
    askPassword: whose => passwords.typed(whose),
    style: measure => {
      const {themeName, breaking} = settings();
      const shared = {
        measure,
        now: Date.now(),
        ...(options.locale !== undefined && {locale: options.locale}),
      };
      if (options.screenReader)
        return {
          ...shared,
          theme: PLAIN,
          colors: 0,
          hyperlinks: false,
          ascii: true,
          breaking: 'greedy',
          spoken: true,
          ...(settings().speechIndent === 'numbers' && {spokenIndent: 'numbers'}),
        };
      const {colors, hyperlinks, isAscii, bidi} = look;
      const keys = shownKeys(settings(), options, pictures?.rows() !== undefined);
      const {theme} = look.of(themeName);
      return {...shared, theme, colors, hyperlinks, ascii: isAscii, breaking, keys, bidi};
    },
    refreshInterval: () => settings().refreshEvery,
  };
}

type Lending = (during: () => Promise<void>) => Promise<void>;

function commandsFrom({editor, pager, browser, browsers}: Options): Readonly<{
  editor: string;
  pager: string;
  browser: string | undefined;
  browsers: Options['browsers'];
}> {
  const {VISUAL, EDITOR, PAGER, BROWSER} = process.env;
  return {
    editor: editor ?? VISUAL ?? EDITOR ?? 'vi',
    pager: pager ?? PAGER ?? 'less',
    browser: browser ?? BROWSER,
    browsers,
  };
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

/** Stores settings as soon as they are changed on the screen. */
function settingsWriter(preferences: Preferences): EffectContext['keepSettings'] {
  return async settings => {
    const stored = preferences.read();
    for (const [name, key] of Object.entries(KEYS)) {
      const value = settings[name as keyof typeof KEYS];
      const before = stored.get(key) ?? DEFAULTS[key];
      if (JSON.stringify(before) !== JSON.stringify(value)) await preferences.write(key, value);
    }
  };
}

/** The preferences' names for the settings of the screen. */
const KEYS = {
  measure: 'measure',
  breaking: 'breaking',
  density: 'density',
  listDensities: 'list.densities',
  columns: 'list.columns',
  sideBySide: 'sideBySide',
  readAtEnd: 'readAtEnd',
  readInBrowser: 'readInBrowser',
  themeName: 'theme',
  preset: 'keys.preset',
  images: 'images',
  refreshOnStart: 'refresh.onStart',
  refreshEvery: 'refresh.interval',
  closedFolders: 'closedFolders',
  speechLevel: 'speech.level',
  speechRow: 'speech.row',
  speechIndent: 'speech.indent',
  speechProgress: 'speech.progress',
  isCalm: 'calm',
} as const satisfies Partial<Record<keyof Settings, SettingKey>>;

const DEFAULTS: Readonly<Record<string, unknown>> = Object.fromEntries(
  SETTINGS.map(setting => [setting.key, setting.default]),
);
