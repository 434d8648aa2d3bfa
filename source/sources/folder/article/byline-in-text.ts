import type {Body} from '../../../domain/article/article.ts';
import type {RawAuthor} from '../../format/format.ts';
import {authorsFrom} from '../about/people.ts';
import type {People} from '../about/people.ts';

const LINE =
  /^[ \t]*(?:\*\*|__)?(?:Authors?|Written by|Posted by)(?:\*\*|__)?[ \t]*:(?:\*\*|__)?[ \t]*(\S[^\n]{0,300})$/imu;

/** A line at the top of the text in which its authors sign: "**Author:** Ada Lovelace (Analytical Engines)". */
export function bylineIn({content, format}: Body, people: People): readonly RawAuthor[] {
  if (format === 'html') return [];
  const line = LINE.exec(content.slice(0, 1500))?.[1]?.trim();
  if (line === undefined) return [];
  const names = line.replaceAll(/[*_]{2}/gu, '').split(/\s*,\s*(?![^(]*\))(?:and\s+)?|\s+and\s+/u);
  return names
    .map(name => name.replace(/\s*\([^()]*\)\s*$/u, '').trim())
    .filter(Boolean)
    .flatMap(name => authorsFrom([name], people));
}
