import type {Fields} from './fields.ts';

const LINE = /^["']?([A-Za-z_][\w .-]{0,60}?)["']?[ \t]*[:=][ \t]*(.*?)[ \t]*,?$/u;
const ITEM = /^[ \t]*-[ \t]+(.*?)[ \t]*$/u;

/**
 * The fields that can be read of a broken block, line by line: each is a key and the rest of the line as it
 * stands.
 */
export function salvagedFields(block: string): Fields {
  const fields: Record<string, unknown> = {};
  let key: string | undefined;
  for (const line of block.split('\n').slice(0, 2000)) {
    const [, name, written = ''] = LINE.exec(line) ?? [];
    const item = ITEM.exec(line)?.[1];
    const last = key === undefined ? undefined : fields[key];
    if (name !== undefined && item === undefined) {
      key = name === '__proto__' || Object.hasOwn(fields, name) ? undefined : name;
      if (key !== undefined) fields[key] = listIn(written) ?? bare(written.replace(/^[|>][+-]?\d?$/u, ''));
    } else if (key !== undefined && item !== undefined && (last === '' || Array.isArray(last)))
      fields[key] = [...(last || []), bare(item)];
    else if (key !== undefined && /^[ \t]+\S/u.test(line) && typeof last === 'string')
      fields[key] = `${last} ${line.trim()}`.trim();
  }
  return fields;
}

function listIn(written: string): string[] | undefined {
  const inner = /^\[(.*)\]$/u.exec(written)?.[1];
  return inner === undefined
    ? undefined
    : inner
        .split(',')
        .map(item => bare(item.trim()))
        .filter(Boolean);
}

/** Without the quotes around it; a quote without its fellow goes too. */
function bare(written: string): string {
  return written
    .replace(/^(["'])(.*)\1$/u, '$2')
    .replace(/^["']/u, '')
    .replaceAll(/\\(["\\])/gu, '$1');
}
