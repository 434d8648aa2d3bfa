import type {Block, Item} from '../blocks/block.ts';
import type {Flow} from '../text/flow.ts';
import {isBlank} from '../text/flow.ts';
import type {Line} from '../text/line.ts';
import {drawn, lineOf, prefixed} from '../text/line.ts';
import {ours} from '../text/look.ts';
import type {Setting} from './setting.ts';
import {setFlow} from '../text/set-flow.ts';

type Of<Kind extends Block['kind']> = Extract<Block, {kind: Kind}>;

/**
 * A block as it is read out: every word and every line of code in order, and in words what would be drawn.
 */
export function layOutSpoken(
  block: Block,
  measure: number,
  setting: Pick<Setting, 'hasSpokenIndents'>,
  depth = 1,
): readonly Line[] {
  const set = (flow: Flow): readonly Line[] => setFlow(flow, measure, 'greedy');
  const within = (blocks: readonly Block[]): Line[] =>
    blocks.flatMap(inner => layOutSpoken(inner, measure, setting, depth));
  switch (block.kind) {
    case 'paragraph':
      return set(block.flow);
    case 'heading':
      return said(`Heading level ${block.level}: `, set(block.flow));
    case 'verse':
      return set(block.flow);
    case 'rule':
      return [announced('Section break.')];
    case 'code':
      return codeLines(block, setting.hasSpokenIndents === true);
    case 'list':
      return listLines(block, measure, setting, depth);
    case 'definitions':
      return block.entries.flatMap(({terms, definitions}) => [
        ...terms.flatMap(term => said('Term: ', set(term))),
        ...definitions.flatMap(within),
      ]);
    case 'quote': {
      const name = block.alert ? 'note' : 'quote';
      const title = block.alert ? said('Note: ', set(block.alert.title)) : [announced('Quote:')];
      return [...title, ...within(block.blocks), announced(`End of ${name}.`)];
    }
    case 'table':
      return tableLines(block, measure);
    case 'image':
      return said('Picture: ', set(block.flow));
    case 'details':
      return [
        ...said('Details: ', set(block.summary)),
        ...within(block.blocks),
        announced('End of details.'),
      ];
    case 'note':
      return said(`Footnote ${block.number}: `, within(block.blocks));
    case 'card':
      return block.flows.flatMap(flow => (isBlank(flow) ? [] : set(flow)));
  }
}

function announced(words: string): Line {
  return lineOf([drawn(words, ours())]);
}

/** Words before the first of some lines. */
function said(words: string, lines: readonly Line[]): readonly Line[] {
  const [first, ...rest] = lines;
  return first ? [prefixed(drawn(words, ours()), first), ...rest] : [announced(words.trim())];
}

const NAMES: Readonly<Record<string, string>> = {
  bash: 'shell',
  cpp: 'C++',
  'c++': 'C++',
  cs: 'C#',
  css: 'CSS',
  go: 'Go',
  html: 'HTML',
  javascript: 'JavaScript',
  js: 'JavaScript',
  json: 'JSON',
  php: 'PHP',
  py: 'Python',
  rb: 'Ruby',
  rs: 'Rust',
  sh: 'shell',
  sql: 'SQL',
  toml: 'TOML',
  ts: 'TypeScript',
  typescript: 'TypeScript',
  xml: 'XML',
  yaml: 'YAML',
  yml: 'YAML',
  zsh: 'shell',
};

/** Code line by line as it is written, with its indents; these may be numbers, said where they change. */
function codeLines({flow, language, title}: Of<'code'>, hasNumbers: boolean): readonly Line[] {
  const lines = flow.text.split('\n');
  const name = Object.hasOwn(NAMES, language)
    ? NAMES[language]
    : language.charAt(0).toUpperCase() + language.slice(1);
  const facts = [name, title, counted(lines.length, 'line')].filter(Boolean);
  let at = flow.at;
  let indent = 0;
  const code = lines.map(text => {
    const bare = hasNumbers ? text.trimStart() : text;
    const own = text.length - bare.length;
    const line = lineOf(bare === '' ? [] : [{text: bare, look: ours('code'), at: at + own}]);
    at += text.length + 1;
    if (!hasNumbers || bare === '' || own === indent) return line;
    indent = own;
    return prefixed(drawn(own === 0 ? 'No indent: ' : `Indent ${own}: `, ours()), line);
  });
  return [announced(`Code, ${facts.join(', ')}`), ...code, announced('End of code.')];
}

function listLines(
  {items, isOrdered}: Of<'list'>,
  measure: number,
  setting: Pick<Setting, 'hasSpokenIndents'>,
  depth: number,
): readonly Line[] {
  const level = depth > 1 ? `, level ${depth}` : '';
  return [
    announced(`List${level}, ${counted(items.length, 'item')}:`),
    ...items.flatMap((item, index) =>
      said(
        markerOf(item, isOrdered, index),
        item.blocks.flatMap(block => layOutSpoken(block, measure, setting, depth + 1)),
      ),
    ),
    announced(depth > 1 ? `End of list${level}.` : 'End of list.'),
  ];
}

function markerOf({task, label}: Item, isOrdered: boolean, index: number): string {
  const box = task === 'done' ? 'Done: ' : task === 'open' ? 'To do: ' : '';
  return `${isOrdered ? (label ?? '') : `Item ${index + 1}:`} ${box}`;
}

/** Row by row, each cell behind the name of its column. */
function tableLines({head, rows}: Of<'table'>, measure: number): readonly Line[] {
  const columns = Math.max(head.length, rows[0]?.length ?? 0);
  const names = head.flatMap(flow => setFlow(flow, measure, 'greedy'));
  return [
    announced(`Table, ${counted(rows.length, 'row')}, ${counted(columns, 'column')}:`),
    ...(names.length > 0 ? [joined(names, 'Columns: ')] : []),
    ...rows.map((cells, index) =>
      joined(
        cells.flatMap((cell, column) => {
          const name = head[column]?.text.replaceAll('\n', ' ') ?? '';
          const lines = isBlank(cell) ? [announced('empty')] : setFlow(cell, measure, 'greedy');
          return name === '' ? lines : said(`${name}: `, lines);
        }),
        `Row ${index + 1}: `,
      ),
    ),
    announced('End of table.'),
  ];
}

/** Lines as one, a pause between them. */
function joined(lines: readonly Line[], words: string): Line {
  const pieces = lines.flatMap((line, index) => [
    ...(index > 0 ? [drawn('; ', ours())] : []),
    ...line.pieces,
  ]);
  return lineOf([drawn(words, ours()), ...pieces]);
}

function counted(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
