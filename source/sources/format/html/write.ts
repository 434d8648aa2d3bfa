import type {List, ListItem, Root, Text} from 'mdast';
import {gfmFootnoteToMarkdown} from 'mdast-util-gfm-footnote';
import {gfmStrikethroughToMarkdown} from 'mdast-util-gfm-strikethrough';
import {gfmTableToMarkdown} from 'mdast-util-gfm-table';
import {gfmTaskListItemToMarkdown} from 'mdast-util-gfm-task-list-item';
import {defaultHandlers, toMarkdown} from 'mdast-util-to-markdown';
import type {Handle, Info, Options, State} from 'mdast-util-to-markdown';
import type {DefinitionList, InlineMath, Math} from './nodes.ts';

/** A tree as Markdown. Bare addresses are left as they are: the typesetter makes links of them. */
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
  // What begins a definition where terms are.
  unsafe: [{atBreak: true, character: ':', after: '[ \\t]'}],
  extensions: [
    gfmFootnoteToMarkdown(),
    gfmStrikethroughToMarkdown(),
    // Padding would make every row as long as the longest cell of the table.
    gfmTableToMarkdown({tablePipeAlign: false}),
    TASKS,
  ],
};

/** Text that can't be mistaken for markup: most of it, so most of it is not searched for each sign on its own. */
const PLAIN = /^(?:[^\s\d\\`*_[\]<>&~|#!:=+\-.()$][^\\`*_[\]<>&~|#!:=$\n\t]*)?[^\s\\`*_[\]<>&~|#!:=$]$/u;
/** What would be read as a formula between dollar signs. */
const LIKE_MATH = /\$[^\s$](?:[^$]*[^\s$])?\$(?!\d)/u;

function writeText(node: Text, parent: Parameters<Handle>[1], state: State, info: Info): string {
  if (PLAIN.test(node.value) && info.before !== ']') return node.value;
  const text = defaultHandlers.text(node, parent, state, info);
  return LIKE_MATH.test(node.value) ? text.replaceAll('$', String.raw`\$`) : text;
}

/** How many items of a list are written: the package looks each up in all of them. */
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
      const heads = terms.map(children =>
        state.containerPhrasing({type: 'paragraph', children}, {...info, before: '\n', after: '\n'}),
      );
      const bodies = definitions.map(
        children =>
          `: ${state.indentLines(state.containerFlow({type: 'blockquote', children}, info), indented)}`,
      );
      return [...heads, ...bodies].join('\n');
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
