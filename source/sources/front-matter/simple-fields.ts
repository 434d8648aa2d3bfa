import type {Fields} from './fields.ts';

const LINE = /^([A-Za-z_][\w-]*):(?:[ \t]+(.*?))?[ \t]*$/u;
const ITEM = /^[ \t]*-[ \t]+(.*?)[ \t]*$/u;
/** A scalar that YAML reads as it stands. */
const PLAIN = /^(?![-?:][ \t]|[,[\]{}#&*!|>'"%@`])(?:(?!:[ \t]|:$|[ \t]#).)+$/u;

/**
 * Fields of the plainest YAML, which is most of what there is: a key, and a text or a list of texts.
 * Undefined where anything else stands, so that what is returned is what a YAML parser gives; it takes a
 * tenth of the time.
 */
export function simpleFields(block: string): Fields | undefined {
  const fields: Record<string, unknown> = {};
  let list: string[] | undefined;
  let key = '';
  for (const line of block.split('\n')) {
    if (line.trim() === '') continue;
    const item = list && ITEM.exec(line);
    if (item) {
      const value = scalar(item[1] ?? '');
      if (value === undefined || value === '') return undefined;
      list?.push(value);
      fields[key] = list;
      continue;
    }
    const [matched, name = '', written = ''] = LINE.exec(line) ?? [];
    if (matched === undefined || name === '__proto__' || Object.hasOwn(fields, name)) return undefined;
    key = name;
    const value = scalar(written);
    if (value === undefined) return undefined;
    list = value === '' && written === '' ? [] : undefined;
    fields[name] = value;
  }
  return fields;
}

function scalar(written: string): string | undefined {
  if (written === '') return '';
  const [, single] = /^'((?:[^']|'')*)'$/u.exec(written) ?? [];
  if (single !== undefined) return single.replaceAll("''", "'");
  const [, double] = /^"([^"\\]*)"$/u.exec(written) ?? [];
  return double ?? (PLAIN.test(written) ? written : undefined);
}
