import type {
  BlockContent,
  DefinitionContent,
  Html,
  List,
  ListItem,
  Literal,
  Node,
  Nodes,
  PhrasingContent,
  Root,
  Text,
} from 'mdast';
import {gfmFootnoteToMarkdown} from 'mdast-util-gfm-footnote';
import {gfmStrikethroughToMarkdown} from 'mdast-util-gfm-strikethrough';
import {gfmTableToMarkdown} from 'mdast-util-gfm-table';
import {gfmTaskListItemToMarkdown} from 'mdast-util-gfm-task-list-item';
import {addressAsMarkdown, cutAtAddresses} from '../domain/text/bare-addresses.ts';
import {defaultHandlers, toMarkdown} from 'mdast-util-to-markdown';
import type {Handle, Info, Options, State} from 'mdast-util-to-markdown';

/* Parts of pages that have no node of their own in mdast. */

/** Terms with what is said of each. */
export type DefinitionList = Node & {
  type: 'definitionList';
  children: never[];
  groups: {terms: PhrasingContent[][]; definitions: (BlockContent | DefinitionContent)[][]}[];
};

/** Formulas in TeX. */
export type InlineMath = Literal & {type: 'inlineMath'};
export type Math = Literal & {type: 'math'};

declare module 'mdast' {
  interface BlockContentMap {
    definitionList: DefinitionList;
    math: Math;
  }
  interface PhrasingContentMap {
    inlineMath: InlineMath;
  }
  interface RootContentMap {
    definitionList: DefinitionList;
    math: Math;
    inlineMath: InlineMath;
  }
}

/** A tree as Markdown. Its text is escaped for the typesetter, which reads more marks than GitHub does. */
export function writeMarkdown(tree: Root): string {
  return toMarkdown(tree, OPTIONS);
}

const TASKS = gfmTaskListItemToMarkdown();

const OPTIONS: Options = {
  bullet: '-',
  rule: '-',
  listItemIndent: 'one',
  handlers: {
    text: writeText,
    listItem: writeItem,
    definitionList: writeDefinitions,
    math: writeMath,
    inlineMath: writeInlineMath,
  },
  unsafe: [
    // Would begin a definition or a box.
    {atBreak: true, character: ':', after: '[ \\t:]'},
    {character: '=', after: '=', inConstruct: 'phrasing'},
    {character: '=', before: '=', inConstruct: 'phrasing'},
    {character: '^', inConstruct: 'phrasing'},
    {character: '$', inConstruct: 'phrasing'},
    // A heading may end with its name in braces.
    {character: '{', inConstruct: 'headingAtx'},
  ],
  join: [(left, right) => (isNumbering(left) && right.type === 'list' ? 0 : undefined)],
  extensions: [
    gfmFootnoteToMarkdown(),
    gfmStrikethroughToMarkdown(),
    // Padding would make every row as long as the longest cell of the table.
    gfmTableToMarkdown({tablePipeAlign: false}),
    TASKS,
  ],
};

/**
 * Text that can't be mistaken for markup: most of it, so most of it is not searched for each sign on its own.
 */
const PLAIN =
  /^[^\s\d\\`*_[\]<>&~|#!:=+\-.()$^{@](?:[^\\`*_[\]<>&~|#!:=$^{@\n\t]*[^\s\\`*_[\]<>&~|#!:=$^{@])?$/u;

function writeText(node: Text, parent: Parameters<Handle>[1], state: State, info: Info): string {
  const {value} = node;
  if (PLAIN.test(value) && info.before !== ']' && !value.includes('www.')) return value;
  // Marked reads brackets in the words of a link as if no backslash stood before them.
  if (state.stack.includes('label'))
    return defaultHandlers.text(node, parent, state, info).replaceAll(String.raw`\](`, String.raw`\]\(`);
  const parts = cutAtAddresses(value);
  return parts
    .map((part, index) => {
      if (index % 2 === 1) return addressIn(part, state);
      const before = index === 0 ? info.before : '>';
      const after =
        index === parts.length - 1 ? info.after : addressAsMarkdown(parts[index + 1] ?? '').charAt(0);
      return part === '' ? '' : state.safe(part, {...info, before, after});
    })
    .join('');
}

function addressIn(address: string, state: State): string {
  const link = addressAsMarkdown(address);
  return state.stack.includes('tableCell') ? link.replaceAll('|', String.raw`\|`) : link;
}

/** The numbers of the list that follows, where they are not one after the other from its first. */
export function numbering(labels: readonly string[]): Html {
  return {type: 'html', value: `<!-- numbers: ${labels.join(' ')} -->`};
}

function isNumbering(node: Nodes): boolean {
  return node.type === 'html' && node.value.startsWith('<!-- numbers: ');
}

/** Items written so far of a list: the package looks each up in all of them. */
const written = new WeakMap<List, number>();

function writeItem(item: ListItem, parent: Parameters<Handle>[1], state: State, info: Info): string {
  const write: Handle = TASKS.handlers?.listItem ?? defaultHandlers.listItem;
  if (parent?.type !== 'list' || !parent.ordered) return write(item, parent, state, info);
  const before = written.get(parent) ?? 0;
  written.set(parent, before + 1);
  const start = typeof parent.start === 'number' && parent.start > -1 ? parent.start : 1;
  return write(item, {...parent, start: start + before, children: [item]}, state, info);
}

/** A term on its line, what is said of it on lines that begin with a colon. */
function writeDefinitions({groups}: DefinitionList, _: unknown, state: State, info: Info): string {
  return groups
    .map(({terms, definitions}) => {
      const exits = [state.enter('paragraph'), state.enter('phrasing')];
      const heads = terms.map(children =>
        state.containerPhrasing({type: 'paragraph', children}, {...info, before: '\n', after: '\n'}),
      );
      for (const exit of exits.reverse()) exit();
      const bodies = definitions.map(children =>
        state.indentLines(state.containerFlow({type: 'blockquote', children}, info), indented),
      );
      // A term without a word about it is a term, too.
      const filled = (bodies.length === 0 ? [''] : bodies).map(body => `: ${body || '<!-- -->'}`);
      return [...heads, ...filled].join('\n');
    })
    .join('\n\n');
}

function indented(line: string, index: number, isBlank: boolean): string {
  return index === 0 || isBlank ? line : `  ${line}`;
}

function writeMath({value}: Math): string {
  return `$$\n${value}\n$$`;
}

function writeInlineMath({value}: InlineMath): string {
  return `$${value.replaceAll('$', String.raw`\$`)}$`;
}
