import type {Setting} from './setting.ts';
import {FETCHING} from './table-fetching.ts';
import {READING} from './table-reading.ts';
import {SPEECH} from './table-speech.ts';

const SOURCES = [
  {
    key: 'sources',
    kind: {type: 'sources'},
    default: [],
    about: 'What to read: addresses and folders, or objects with a location and settings of their own',
  },
] as const satisfies readonly Setting[];

/** Flags that hold for one run and are never kept in the preferences. */
const FOR_ONE_RUN = [
  {
    key: 'configDir',
    kind: {type: 'text', placeholder: 'DIR'},
    default: undefined,
    flag: 'config-dir',
    isForOneRun: true,
    about: 'The folder of the preferences',
  },
  {
    key: 'plain',
    kind: {type: 'boolean'},
    default: false,
    flag: 'plain',
    isForOneRun: true,
    about: 'Print what `list` prints, also on a terminal',
  },
  {
    key: 'quiet',
    kind: {type: 'boolean'},
    default: false,
    flag: 'quiet',
    isForOneRun: true,
    about: 'Say nothing but errors on standard error',
  },
  {
    key: 'verbose',
    kind: {type: 'boolean'},
    default: false,
    flag: 'verbose',
    isForOneRun: true,
    about: 'Say more on standard error',
  },
  {
    key: 'timings',
    kind: {type: 'boolean'},
    default: false,
    flag: 'timings',
    isForOneRun: true,
    about: 'Say how long the parts of the run took',
  },
] as const satisfies readonly Setting[];

/**
 * Every setting, once. This table drives the command line, the environment, the preferences' file and its
 * JSON Schema, `inkwell config list` and docs/configuration.md.
 */
export const SETTINGS = [...SOURCES, ...READING, ...SPEECH, ...FETCHING, ...FOR_ONE_RUN] as const;

export type SettingKey = (typeof SETTINGS)[number]['key'];

/** The variable of a setting: `limits.bytes` is INKWELL_LIMITS_BYTES. */
export function variableOf(key: string): string {
  return `INKWELL_${key
    .replace(/([a-z])([A-Z])/g, '$1_$2')
    .replaceAll('.', '_')
    .toUpperCase()}`;
}
