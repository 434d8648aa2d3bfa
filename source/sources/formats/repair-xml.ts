import {Parser} from 'htmlparser2';

const NAME = /^[a-z_][\w.-]*(?::[a-z_][\w.-]*)?$/iu;
/** Names that some parsers refuse, since they mean something to JavaScript. */
const RESERVED =
  /^(?:__proto__|constructor|prototype|hasownproperty|tostring|valueof|__definegetter__|__definesetter__|__lookupgetter__|__lookupsetter__)$/iu;

/**
 * Well-formed XML with the same elements and texts as a text that only resembles XML: what was left open is closed, bare
 * `<` and `&` become text, CDATA becomes escaped text, attributes are quoted, comments and declarations go. Elements that
 * stand deeper than `maxDepth` lose their tags and keep their text.
 */
export function repairXml(text: string, maxDepth: number): {xml: string; isBrokenOff: boolean} {
  const parts: string[] = [];
  let depth = 0;
  let isInCdata = false;
  let isRootClosed = false;
  let isBrokenOff = false;
  const open: boolean[] = [];
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const isKept = depth < maxDepth && NAME.test(name) && !RESERVED.test(name) && !isRootClosed;
        open.push(isKept);
        if (!isKept && !isRootClosed && !NAME.test(name)) parts.push(escapeText(`<${name}>`));
        if (!isKept) return;
        depth++;
        parts.push(`<${name}${attributesOf(attributes)}>`);
      },
      onclosetag(name, isImplied) {
        if (open.pop() !== true) return;
        depth--;
        if (isImplied && depth === 0) isBrokenOff = true;
        if (depth === 0) isRootClosed = true;
        parts.push(`</${name}>`);
      },
      ontext(data) {
        if (!isRootClosed)
          parts.push(isInCdata ? escapeText(data) : data.replaceAll('<', '&lt;').replaceAll('>', '&gt;'));
      },
      oncdatastart() {
        isInCdata = true;
      },
      oncdataend() {
        isInCdata = false;
      },
    },
    {xmlMode: true, decodeEntities: false, lowerCaseTags: false, lowerCaseAttributeNames: false},
  );
  parser.end(text);
  return {xml: parts.join(''), isBrokenOff};
}

function attributesOf(attributes: Readonly<Record<string, string>>): string {
  let written = '';
  for (const [name, value] of Object.entries(attributes)) {
    if (NAME.test(name) && !RESERVED.test(name)) written += ` ${name}="${escapeText(value, /[<>"]/gu)}"`;
  }
  return written;
}

const ESCAPES: Readonly<Record<string, string>> = {'<': '&lt;', '>': '&gt;', '"': '&quot;', '&': '&amp;'};

function escapeText(text: string, marks = /[<>&]/gu): string {
  return text.replaceAll(marks, mark => ESCAPES[mark] ?? '');
}
