import type {Fields} from './fields.ts';
import {readFields} from './read-fields.ts';
import {splitFrontMatter} from './split.ts';

export type Matter = Readonly<{
  fields: Fields;
  body: string;
  /** The fault of the head, to follow “its front matter”. */
  fault?: string;
}>;

/** A document's own fields and its text. Nothing in a head is ever run. */
export function frontMatterOf(document: string): Matter {
  const split = splitFrontMatter(document);
  const reading = readFields(split.block, split.syntax);
  const isNothing = split.block.trim() === '' && split.body.trim() === '';
  if (!reading || isNothing)
    return {fields: {}, body: split.syntax === 'none' ? split.body : document.replace(/^\ufeff/u, '')};
  const fault = reading.fault ?? (split.isUnclosed ? 'is never closed' : undefined);
  return {fields: reading.fields, body: split.body, ...(fault !== undefined && {fault})};
}
