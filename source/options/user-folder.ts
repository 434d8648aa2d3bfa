/*
 * Inkwell's folders by the XDG Base Directory specification, else the platform's own. Part of the first file
 * that runs, so it imports nothing.
 */

type Kind = 'config' | 'data' | 'cache';

type System = Readonly<{
  environment: Readonly<Record<string, string | undefined>>;
  platform: string;
  home: string;
}>;

const XDG = {
  config: ['XDG_CONFIG_HOME', '.config'],
  data: ['XDG_DATA_HOME', '.local/share'],
  cache: ['XDG_CACHE_HOME', '.cache'],
} as const;

const MAC = {config: 'Preferences', data: 'Application Support', cache: 'Caches'} as const;

const WINDOWS = {
  config: ['APPDATA', 'Roaming', 'Config'],
  data: ['LOCALAPPDATA', 'Local', 'Data'],
  cache: ['LOCALAPPDATA', 'Local', 'Cache'],
} as const;

/** A relative path in an XDG variable is ignored, as the specification demands. */
export function userFolder(kind: Kind, {environment, platform, home}: System): string {
  const [variable, usual] = XDG[kind];
  const base = environment[variable];
  const isWindows = platform === 'win32';
  if (base !== undefined && (isWindows ? /^(?:[a-z]:[\\/]|\\\\)/i : /^\//).test(base))
    return isWindows ? `${base}\\inkwell` : `${base.replace(/\/+$/, '')}/inkwell`;
  if (isWindows) {
    const [name, part, folder] = WINDOWS[kind];
    return `${environment[name] || `${home}\\AppData\\${part}`}\\inkwell\\${folder}`;
  }
  return platform === 'darwin' ? `${home}/Library/${MAC[kind]}/inkwell` : `${home}/${usual}/inkwell`;
}
