import type {Fields} from '../../front-matter/fields.ts';

/** Fields that say something of a publication, by the names that generators' scripts give them. */
const NAMES =
  /^(?:title|siteTitle|tagline|description|url|siteUrl|site|lang|locale|author|authors|defaultLocale|hostname)$/u;
const LONGEST = 200_000;

/**
 * The settings of a site whose generator has them in a program. The program is read as text and never run:
 * names with a plain text, number or truth value behind them count, the one that stands furthest to the left
 * first.
 */
export function settingsInScript(path: string, text: string): {value: Fields} | undefined {
  const fields = path.endsWith('.py') ? inPython(text) : inJavaScript(text);
  return Object.keys(fields).length > 0 ? {value: fields} : undefined;
}

function inPython(text: string): Fields {
  const fields: Record<string, unknown> = {};
  const assignment =
    /^([A-Z][A-Z_\d]{1,60})[ \t]*=[ \t]*(?:[urbURB]{0,2}("""|'''|"|')((?:\\.|(?!\2)[^]){0,2000}?)\2|(True|False|\d{1,9}))[ \t]*(?:#.*)?$/gmu;
  for (const [, name = '', , quoted, plain] of text.slice(0, LONGEST).matchAll(assignment))
    fields[name] = quoted === undefined ? plain : unescaped(quoted);
  for (const [, name = '', written = ''] of text
    .slice(0, LONGEST)
    .matchAll(/^([A-Z][A-Z_\d]{1,60})[ \t]*=[ \t]*[[(]([^\])]{0,2000})[\])]/gmu))
    fields[name] ??= [...written.matchAll(/(["'])((?:(?!\1).){0,300})\1/gu)].map(([, , item = '']) => item);
  return fields;
}

function inJavaScript(text: string): Fields {
  const bare = text.slice(0, LONGEST).replaceAll(/\/\*[^]*?\*\/|^[ \t]*\/\/.*$/gmu, '');
  const found = new Map<string, {value: string; indent: number}>();
  const property =
    /(?:^|[{,;(])([ \t]*)["']?([A-Za-z]{3,20})["']?[ \t]*:[ \t]*(["'`])((?:\\.|(?!\3)[^\n\\]){0,500})\3/gmu;
  for (const [, blank = '', name = '', quote, value = ''] of bare.matchAll(property)) {
    if (!NAMES.test(name) || (quote === '`' && value.includes('${'))) continue;
    const before = found.get(name);
    if (!before || blank.length < before.indent)
      found.set(name, {value: unescaped(value), indent: blank.length});
  }
  return Object.fromEntries([...found].map(([name, {value}]) => [name, value]));
}

function unescaped(text: string): string {
  return text.replaceAll(/\\(["'`\\])/gu, '$1');
}
