import type {Role} from '../../domain/theme/theme.ts';
import type {Drawing, Figure} from './drawing.ts';

/**
 * The target of a link. `note` and `reference` are the two ends of a footnote, `anchor` a heading of the same
 * page.
 */
export type Target =
  | Readonly<{kind: 'url'; url: string}>
  | Readonly<{kind: 'anchor'; slug: string}>
  | Readonly<{kind: 'note'; number: number}>
  | Readonly<{kind: 'reference'; number: number}>
  | Readonly<{kind: 'article'; id: string}>
  | Readonly<{kind: 'author'; name: string}>
  | Readonly<{kind: 'subscribe'}>;

/** One link where it stands: two links to one address are two of these. */
export type Link = Readonly<{target: Target; number?: number}>;

/** The roles of a run of text; the theme gives them styles. */
export type Look = Readonly<{
  roles: readonly Role[];
  link?: Link;
  /** Put there by us (a bullet, the number of a link): not part of what the article says. */
  isOurs?: true;
  /** A row of a picture, with colours of its own. */
  drawing?: Drawing;
  /** A picture, shown or not, begins here. */
  figure?: Figure;
}>;

export const TEXT: Look = {roles: []};

const known = new Map<string, Look>();

/** A look by its roles: the same object for the same roles. */
export function look(...roles: readonly Role[]): Look {
  const key = roles.join(' ');
  const made = known.get(key) ?? {roles};
  known.set(key, made);
  return made;
}

/** The look of what we add. */
export function ours(...roles: readonly Role[]): Look {
  const key = `+${roles.join(' ')}`;
  const made = known.get(key) ?? {roles, isOurs: true};
  known.set(key, made);
  return made;
}
