import {Parser} from 'htmlparser2';
import {baseWithin, safeAddress} from '../../domain/text/addresses.ts';

/** Markup in which what is relative to an `xml:base` inside is absolute: XML Base holds on each element. */
export function withInnerBases(html: string, base: string): string {
  if (!html.includes('xml:base')) return html;
  const bases: string[] = [base];
  const parts: string[] = [];
  let end = 0;
  const parser = new Parser(
    {
      onopentag(_name, {'xml:base': stated}) {
        const outer = bases.at(-1) ?? base;
        const inner = baseWithin(outer, stated);
        bases.push(inner);
        if (inner === base) return;
        const tag = html.slice(parser.startIndex, parser.endIndex + 1);
        parts.push(
          html.slice(end, parser.startIndex),
          tag.replaceAll(LINK, (...given) => absolute(given, inner)),
        );
        end = parser.endIndex + 1;
      },
      onclosetag() {
        bases.pop();
      },
    },
    {decodeEntities: false},
  );
  parser.end(html);
  return parts.join('') + html.slice(end);
}

const LINK = /(\s(?:href|src|poster|cite)\s*=\s*)(?:"([^"]*)"|'([^']*)')/giu;

function absolute(
  [whole = '', name = '', double, single]: readonly (string | undefined)[],
  base: string,
): string {
  const address = safeAddress((double ?? single ?? '').replaceAll('&amp;', '&'), base);
  return address === undefined
    ? whole
    : `${name}"${address.replaceAll('&', '&amp;').replaceAll('"', '%22')}"`;
}
