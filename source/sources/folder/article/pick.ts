import {isFields} from '../../front-matter/fields.ts';
import type {Fields} from '../../front-matter/fields.ts';

/** Looks fields up by any of their names; case, dashes and underscores don't matter. */
export type Pick = Readonly<{
  /** Every value that stands under one of the names, in the order of the names. */
  values(...names: readonly string[]): readonly unknown[];
  /** The first that is a text and not empty. */
  text(...names: readonly string[]): string | undefined;
}>;

/** Generators keep fields of a theme's own one level down. */
const INNER = ['taxonomies', 'extra', 'params', 'data', 'meta', 'seo', 'post', 'blog'];

export function pickFrom(fields: Fields): Pick {
  const byName = new Map<string, unknown>();
  collect(fields, byName);
  for (const name of INNER) {
    const inner = byName.get(name);
    if (isFields(inner)) collect(inner, byName);
  }
  const values = (...names: readonly string[]) =>
    names.map(name => byName.get(name)).filter(value => value !== undefined && value !== '');
  return {
    values,
    text: (...names) =>
      values(...names)
        .map(textOf)
        .find(Boolean),
  };
}

function collect(fields: Fields, byName: Map<string, unknown>): void {
  for (const [key, value] of Object.entries(fields)) {
    const name = key.toLowerCase().replaceAll(/[\s_-]+/gu, '');
    if (!byName.has(name)) byName.set(name, value);
  }
}

export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

export function isTrue(value: unknown): boolean {
  return typeof value === 'string' && /^(?:true|yes|on|1|y)$/iu.test(value.trim());
}

export function isFalse(value: unknown): boolean {
  return typeof value === 'string' && /^(?:false|no|off|0|n)$/iu.test(value.trim());
}
