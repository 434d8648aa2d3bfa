import type {Fields} from '../../front-matter/fields.ts';
import {salvagedFields} from '../../front-matter/salvage.ts';

/** Fields without marks around them, as Pelican and MultiMarkdown have them; a blank line ends them. */
export function headerOf(text: string): {fields: Fields; body: string} | undefined {
  const [head, first] =
    /^(?:(Title|Date|Author|Category|Slug|Tags|Summary|Subtitle):[ \t]*\S[^\n]*\n)(?:(?:[A-Z][\w-]{1,30}:[^\n]*|[ \t]+\S[^\n]*)\n)+(?=\n)/iu.exec(
      text.slice(0, 20_000),
    ) ?? [];
  if (head === undefined || first === undefined || !/^(?:title|date):/imu.test(head)) return undefined;
  return {fields: salvagedFields(head), body: text.slice(head.length)};
}
