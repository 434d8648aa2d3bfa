/**
 * A colour of the terminal's palette by the name that Ink knows it by ("blue", "blueBright", "gray"), or
 * `#rrggbb`.
 */
export type Color = string;

export type Style = Readonly<{
  color?: Color;
  background?: Color;
  bold?: boolean;
  dim?: boolean;
  italic?: boolean;
  underline?: boolean;
  strikethrough?: boolean;
  inverse?: boolean;
}>;

/** Everything that has a look, named by what it is for. */
export const ROLES = [
  'accent',
  'title',
  'heading',
  'text',
  'quiet',
  'category',
  'badge',
  'unread',
  'starred',
  'selected',
  'link',
  'emphasis',
  'strong',
  'deleted',
  'inserted',
  'key',
  'code',
  'codePanel',
  'quote',
  'rule',
  'mark',
  'match',
  'currentMatch',
  'chosen',
  'good',
  'warning',
  'error',
  'codeKeyword',
  'codeString',
  'codeNumber',
  'codeComment',
  'codeFunction',
  'codeType',
  'codeInserted',
  'codeDeleted',
] as const;

export type Role = (typeof ROLES)[number];

export type Theme = Readonly<{name: string; styles: Readonly<Record<Role, Style>>}>;
