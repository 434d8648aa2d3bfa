import type {MarkedExtension, Tokens} from 'marked';

/** Terms with what is said of each, as Markdown, without the signs between them. */
export type DefinitionGroup = Readonly<{terms: readonly string[]; definitions: readonly string[]}>;

/**
 * Lines of terms, and behind each group what it means, on lines that begin with a colon and a space. What
 * belongs to a meaning is set in by two spaces or more, and may be any blocks: code, lists, tables.
 */
export const definitionLists: MarkedExtension = {
  extensions: [
    {
      name: 'definitions',
      level: 'block',
      tokenizer(source) {
        if (!HEAD.test(source)) return undefined;
        const {groups, length} = groupsIn(source);
        return {type: 'definitions', raw: source.slice(0, length), groups};
      },
    },
  ],
};

export function groupsOf(token: Tokens.Generic): readonly DefinitionGroup[] {
  return token['groups'] as readonly DefinitionGroup[];
}

/** Lines that begin no other block, then, perhaps behind a blank line, one that begins with a colon. */
const HEAD =
  /^(?:(?! {0,3}(?:[>#|:]|[-*+][ \t]|\d{1,9}[.)][ \t]|`{3}|~{3})| {4}|[ \t]*\n)[^\n]{1,1000}\n){1,20}?\n?(?=:[ \t]+\S)/;

const MARKER = /^:[ \t]+/;

function groupsIn(source: string): {groups: DefinitionGroup[]; length: number} {
  const groups: DefinitionGroup[] = [];
  let length = 0;
  for (let head = HEAD.exec(source); head; head = HEAD.exec(source.slice(length))) {
    const terms = head[0].trim().split('\n');
    const {definitions, end} = definitionsIn(source, length + head[0].length);
    groups.push({terms, definitions});
    length = end;
  }
  return {groups, length};
}

/** The definitions from a place on, and where what belongs to them ends. */
function definitionsIn(source: string, from: number): {definitions: string[]; end: number} {
  const definitions: string[][] = [];
  let indent = 2;
  let blanks = 0;
  let end = from;
  for (let position = from; position < source.length;) {
    const feed = source.indexOf('\n', position);
    const next = feed === -1 ? source.length : feed + 1;
    const line = source.slice(position, feed === -1 ? source.length : feed);
    const marker = MARKER.exec(line)?.[0];
    if (marker !== undefined) {
      indent = marker.length;
      definitions.push([line.slice(marker.length)]);
    } else if (line.trim() === '') blanks++;
    else if (/^(?: {2}|\t)/.test(line)) {
      definitions.at(-1)?.push(...Array.from({length: blanks}, () => ''), withoutIndent(line, indent));
    } else if (blanks === 0 && !HEAD.test(source.slice(position, position + 4000)))
      definitions.at(-1)?.push(line);
    else break;
    if (line.trim() !== '') blanks = 0;
    position = next;
    end = next;
  }
  return {definitions: definitions.map(lines => lines.join('\n')), end};
}

function withoutIndent(line: string, indent: number): string {
  const expanded = line.startsWith('\t') ? `    ${line.slice(1)}` : line;
  const own = expanded.length - expanded.trimStart().length;
  return expanded.slice(Math.min(indent, own));
}
