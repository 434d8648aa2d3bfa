import {RstParserState, RstToHtmlCompiler} from 'rst-compiler';
import type {RstFieldList, RstNode} from 'rst-compiler';
import {headerOf} from '../article/header.ts';
import type {Links} from '../links.ts';
import type {Marked} from './marked-text.ts';
import {writeRst} from './write-rst.ts';

/**
 * Parses alone: resolving names and writing would throw where a text uses what only its own generator has.
 */
class Parser extends RstToHtmlCompiler {
  override createParserOutput(root: Parameters<RstToHtmlCompiler['createParserOutput']>[0]) {
    return {root} as ReturnType<RstToHtmlCompiler['createParserOutput']>;
  }
}

/**
 * Lets the name of a role be read in one way. The parser's own expression tries two ways for each letter: a
 * word of 30 letters behind a colon would take it hours.
 */
function nameRolesOnce(name: 'getStartStringRe' | 'getEndStringRe'): void {
  const original = RstParserState.prototype[name] as (this: RstParserState, start: string) => RegExp;
  RstParserState.prototype[name] = function once(this: RstParserState, start: string = '') {
    const {source, flags} = original.call(this, start);
    return new RegExp(source.replaceAll('(?:[a-zA-Z0-9]|[-_+:.]{0,1}', '(?:[-_+:.]?'), flags);
  };
}

nameRolesOnce('getStartStringRe');
nameRolesOnce('getEndStringRe');

const LITERAL = [
  'code',
  'code-block',
  'sourcecode',
  'math',
  'raw',
  'parsed-literal',
  'highlight',
  'literalinclude',
  'csv-table',
  'productionlist',
  'graphviz',
  'mermaid',
];

/** reStructuredText, parsed by rst-compiler. Files that it includes are not read. */
export function readRst(text: string, links: Links): Marked {
  const header = headerOf(text);
  const {root} = new Parser().parse(`${header?.body ?? text}\n`, {
    disableWarnings: true,
    disableErrors: true,
    inputIndentSize: 3,
    directivesWithRawText: LITERAL,
  });
  const nodes = [...root.children];
  const titled = titleIn(nodes);
  const fields = {...titled, ...fieldsIn(root.docMeta ?? undefined), ...firstFields(nodes)};
  return {
    fields: {...fields, ...header?.fields},
    html: writeRst(nodes, {links, firstLevel: titled.title === undefined ? 2 : 1}),
  };
}

/** A heading before everything else is the document's title. */
function titleIn(nodes: RstNode[]): {title?: string} {
  const at = nodes.findIndex(({nodeType}) => nodeType !== 'Comment' && nodeType !== 'HyperlinkTarget');
  if (nodes[at]?.nodeType !== 'Section') return {};
  const [section] = nodes.splice(at, 1);
  return {title: section?.textContent.replaceAll(/\s+/gu, ' ').trim() ?? ''};
}

/** The fields below the title, which docutils takes for the document's own. */
function firstFields(nodes: RstNode[]): Record<string, string> {
  const at = nodes.findIndex(({nodeType}) => nodeType !== 'Comment');
  if (nodes[at]?.nodeType !== 'FieldList') return {};
  const [list] = nodes.splice(at, 1);
  return fieldsIn(list as RstFieldList);
}

function fieldsIn(list: RstFieldList | undefined): Record<string, string> {
  const entries = (list?.children ?? []).map((item): [string, string] => {
    const {nameText, bodyText} = item as unknown as Readonly<{nameText: string; bodyText: string}>;
    return [nameText.trim(), bodyText.replaceAll(/\s+/gu, ' ').trim()];
  });
  return Object.fromEntries(entries.filter(([name, value]) => value !== '' && name !== '__proto__'));
}
