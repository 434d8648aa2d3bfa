import {LISTS, type ListName} from './list-entries.ts';

/**
 * The kind of a setting's or flag's value. Text from a command line or the environment and JSON from a file
 * are both held to it.
 */
export type Kind =
  | Readonly<{type: 'boolean'}>
  | Readonly<{type: 'integer'; min: number; max: number; unit?: 'bytes'}>
  | Readonly<{type: 'choice'; choices: readonly string[]}>
  /** A name of a list, or the path of a file: it holds a slash or ends in `.json`. */
  | Readonly<{type: 'name-or-file'; names: readonly string[]; placeholder: string}>
  | Readonly<{type: 'text'; placeholder: string}>
  /** With `of` they are some of these. */
  | Readonly<{type: 'names'; of?: readonly string[]}>
  | Readonly<{type: 'sources'}>
  | Readonly<{type: 'accounts'}>
  | Readonly<{type: 'bindings'}>
  | Readonly<{type: 'list'; of: ListName}>;

/** Values of these kinds are given as JSON. */
export function isStructured({type}: Kind): boolean {
  return type === 'sources' || type === 'accounts' || type === 'bindings' || type === 'list';
}

/** The value, or what was wanted instead, in words that follow "wants". */
export type Checked = Readonly<{value: unknown} | {wanted: string}>;

const TRUE = new Set(['1', 'true', 'yes', 'on']);
const FALSE = new Set(['0', 'false', 'no', 'off', '']);
const UNITS: Readonly<Record<string, number>> = {
  '': 1,
  k: 1000,
  kb: 1000,
  m: 1_000_000,
  mb: 1_000_000,
  g: 1e9,
  gb: 1e9,
};

/** A value that came as text: from the command line, the environment, or `inkwell config set`. */
export function checkText(kind: Kind, text: string): Checked {
  switch (kind.type) {
    case 'boolean': {
      const word = text.trim().toLowerCase();
      if (TRUE.has(word)) return {value: true};
      return FALSE.has(word) ? {value: false} : {wanted: wanted(kind)};
    }
    case 'integer':
      return checkValue(kind, kind.unit === 'bytes' ? bytes(text) : decimal(text));
    case 'names':
      return checkValue(
        kind,
        text
          .split(',')
          .map(name => name.trim())
          .filter(Boolean),
      );
    case 'sources':
    case 'accounts':
    case 'bindings':
    case 'list':
      return {wanted: wanted(kind)};
    default:
      return checkValue(kind, text);
  }
}

/**
 * A value that came as JSON, from the preferences' file. Sources and bindings are looked at by their own
 * checks.
 */
export function checkValue(kind: Kind, value: unknown): Checked {
  return isOf(kind, value) ? {value} : {wanted: wanted(kind)};
}

/** The values of a kind in words: "a whole number from 20 to 200". */
export function wanted(kind: Kind): string {
  switch (kind.type) {
    case 'boolean':
      return 'true or false';
    case 'integer':
      return `a whole number from ${kind.min} to ${kind.max}${kind.unit === 'bytes' ? ' (20MB works too)' : ''}`;
    case 'choice':
      return kind.choices.length === 1
        ? String(kind.choices[0])
        : `${kind.choices.slice(0, -1).join(', ')} or ${kind.choices.at(-1)}`;
    case 'name-or-file':
      return `${kind.names.join(', ')}, or the path of a file`;
    case 'text':
      return 'some text';
    case 'names':
      return kind.of ? `some of ${kind.of.join(', ')}` : 'a list of names';
    case 'sources':
      return 'a list of addresses and folders, or of objects with a "location"';
    case 'accounts':
      return 'a list of objects with a "name" and a "base" each; "inkwell account add" writes them';
    case 'list':
      return LISTS[kind.of].wanted;
    case 'bindings':
      return 'an object of actions, each with a key or a list of keys';
  }
}

function isOf(kind: Kind, value: unknown): boolean {
  switch (kind.type) {
    case 'boolean':
      return typeof value === 'boolean';
    case 'integer':
      return (
        typeof value === 'number' && Number.isSafeInteger(value) && value >= kind.min && value <= kind.max
      );
    case 'choice':
      return typeof value === 'string' && kind.choices.includes(value);
    case 'name-or-file':
      return typeof value === 'string' && (kind.names.includes(value) || /[/\\]|\.json$/i.test(value));
    case 'text':
      return typeof value === 'string' && value.trim() !== '' && !/\p{Cc}/u.test(value);
    case 'names':
      return (
        Array.isArray(value) &&
        value.every(name => typeof name === 'string' && (kind.of?.includes(name) ?? true))
      );
    case 'sources':
    case 'accounts':
    case 'list':
      return Array.isArray(value);
    case 'bindings':
      return typeof value === 'object' && value !== null && !Array.isArray(value);
  }
}

/** Digits only: what Number() takes besides (1e3, 0x10, an empty text) is seldom what was meant. */
function decimal(text: string): number {
  return /^[+-]?\d+$/.test(text.trim()) ? Number(text) : Number.NaN;
}

function bytes(text: string): number {
  const parts = /^(\d+(?:\.\d+)?) ?([kmg]?b?)$/i.exec(text.trim());
  const unit = UNITS[parts?.[2]?.toLowerCase().replace(/^b$/, '') ?? ''];
  return parts && unit ? Math.round(Number(parts[1]) * unit) : Number.NaN;
}
