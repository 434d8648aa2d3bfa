import {ProblemError} from '../problem.ts';
import type {Role, Style, Theme} from './theme.ts';
import {ROLES} from './theme.ts';
import {complete, THEMES} from './themes.ts';

/**
 * A theme that somebody wrote as JSON: `{"name": "…", "extends": "dark", "styles": {"link": {"color":
 * "#0b5aa8", "underline": true}}}`. Roles that it leaves out look as in the theme that it extends
 * (`terminal`). Says which value is wrong.
 */
export function themeFrom(value: unknown, fallbackName = 'own'): Theme {
  if (!isRecord(value)) throw wrong('A theme is an object with "styles".');
  const {name = fallbackName, extends: base = 'terminal', styles = {}} = value;
  if (typeof name !== 'string' || name === '') throw wrong('The theme\'s "name" must be a word.');
  const extended = typeof base === 'string' ? THEMES.get(base) : undefined;
  if (!extended) throw wrong(`"extends" names a theme that is built in: ${[...THEMES.keys()].join(', ')}.`);
  if (!isRecord(styles)) throw wrong('"styles" must be an object of roles.');
  const own = Object.entries(styles).map(([role, style]): [Role, Style] => [
    roleOf(role),
    styleOf(role, style),
  ]);
  return complete(name, {...extended.styles, ...Object.fromEntries(own)});
}

const SWITCHES = ['bold', 'dim', 'italic', 'underline', 'strikethrough', 'inverse'] as const;

const PALETTE = ['black', 'red', 'green', 'yellow', 'blue', 'magenta', 'cyan', 'white'];

/** Names that the terminal's palette goes by; "brightBlue" is understood and becomes "blueBright". */
const COLORS = new Map<string, string>([
  ...PALETTE.flatMap((name): [string, string][] => [
    [name, name],
    [`${name}Bright`, `${name}Bright`],
    [`bright${name.charAt(0).toUpperCase()}${name.slice(1)}`, `${name}Bright`],
  ]),
  ['gray', 'gray'],
  ['grey', 'gray'],
]);

function roleOf(role: string): Role {
  const known = ROLES.find(one => one === role);
  if (!known) throw wrong(`"${role}" is no role. Roles: ${ROLES.join(', ')}.`);
  return known;
}

function styleOf(role: string, value: unknown): Style {
  if (!isRecord(value)) throw wrong(`The style of "${role}" must be an object.`);
  const style: Record<string, unknown> = {};
  for (const [key, setting] of Object.entries(value)) {
    if (key === 'color' || key === 'background') style[key] = colorOf(`${role}.${key}`, setting);
    else if (!(SWITCHES as readonly string[]).includes(key))
      throw wrong(`"${role}.${key}" is no property of a style.`);
    else if (typeof setting !== 'boolean') throw wrong(`"${role}.${key}" must be true or false.`);
    else style[key] = setting;
  }
  return style;
}

function colorOf(where: string, value: unknown): string {
  const text = typeof value === 'string' ? value : '';
  if (/^#[\da-f]{6}$/i.test(text)) return text.toLowerCase();
  if (/^#[\da-f]{3}$/i.test(text)) return text.toLowerCase().replaceAll(/[\da-f]/g, '$&$&');
  const named = COLORS.get(text);
  if (!named)
    throw wrong(`"${where}" must be #rrggbb or one of ${[...PALETTE, 'gray', 'redBright …'].join(', ')}.`);
  return named;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function wrong(message: string): ProblemError {
  return new ProblemError({kind: 'malformed', message: `This theme can't be used: ${message}`});
}
