import type {Setting} from '../options/setting.ts';
import {SETTINGS} from '../options/table.ts';
import type {Command, Flag} from './command.ts';

/** A flag that a command line may hold: of a setting, or of the command. */
export type KnownFlag = Flag & Readonly<{setting?: string}>;

/** Flags of settings, which every command understands. */
export const SETTING_FLAGS: readonly KnownFlag[] = (SETTINGS as readonly Setting[]).flatMap(
  ({key, kind, flag, short, about}) =>
    flag === undefined ? [] : [{name: flag, kind, about, setting: key, ...(short && {short})}],
);

const HELP: KnownFlag = {name: 'help', short: 'h', kind: {type: 'boolean'}, about: 'Show this'};
const VERSION: KnownFlag = {name: 'version', short: 'v', kind: {type: 'boolean'}, about: 'Show the version'};

/** All flags by name; a command's own stand before those of settings. */
export function flagsFor(command: Command | undefined): ReadonlyMap<string, KnownFlag> {
  const own: readonly Flag[] = command?.flags ?? [];
  return new Map([HELP, VERSION, ...SETTING_FLAGS, ...own].map(flag => [flag.name, flag]));
}
