/**
 * The fields of a head or a settings file. Scalars are texts as they were written: a title `no` is no
 * boolean, a day no time.
 */
export type Fields = Readonly<Record<string, unknown>>;

/** Fields, and what was wrong with them where something was. */
export type Reading = Readonly<{fields: Fields; fault?: string}>;

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
