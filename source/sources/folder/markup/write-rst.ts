import type {
  RstDefinitionListItem,
  RstDirective,
  RstEnumeratedList,
  RstFieldListItem,
  RstFootnoteDef,
  RstHyperlinkRef,
  RstInterpretedText,
  RstNode,
  RstOptionListItem,
  RstSection,
  RstSubstitutionDef,
  RstTable,
  RstTableCell,
} from 'rst-compiler';
import type {Links} from '../links.ts';
import {ADMONITIONS, escaped, inRole, restOf, SILENT, startOf} from './rst-elements.ts';
import {Names, optionIn} from './rst-names.ts';

/** The tree of a reStructuredText as HTML. What it has no element for keeps its words. */
export function writeRst(nodes: readonly RstNode[], options: Options): string {
  return new Writer(nodes, options).blocks(nodes);
}

type Options = Readonly<{
  links: Links;
  /** Of the headings that stand highest in the tree: 2 where none of them was taken for the title. */
  firstLevel: number;
}>;

class Writer {
  readonly #links: Links;
  readonly #firstLevel: number;
  readonly #names: Names;
  #depth = 0;
  /** Characters that substitutions may still put in: each may hold others, many times. */
  #spare = 1_000_000;

  constructor(nodes: readonly RstNode[], {links, firstLevel}: Options) {
    this.#links = links;
    this.#firstLevel = firstLevel;
    this.#names = new Names(nodes);
  }

  blocks(nodes: readonly RstNode[]): string {
    if (++this.#depth > DEEPEST) return escaped(nodes.map(({textContent}) => textContent).join(' '));
    const written = nodes.map(node => this.#block(node)).join('\n');
    this.#depth--;
    return written;
  }

  #block(node: RstNode): string {
    const inside = () => this.blocks(node.children);
    switch (node.nodeType) {
      case 'Section': {
        const level = Math.min(6, (node as RstSection).level + this.#firstLevel - 1);
        return `<h${level}>${this.#inline(node.children)}</h${level}>`;
      }
      case 'Paragraph':
        // Two colons announce a literal block.
        return `<p>${this.#inline(node.children)
          .replace(/(?<=\S)::$/u, ':')
          .replace(/\s*::$/u, '')}</p>`;
      case 'Transition':
        return '<hr>';
      case 'BulletList':
        return `<ul>${inside()}</ul>`;
      case 'EnumeratedList':
        return `<ol${startOf(node as RstEnumeratedList)}>${inside()}</ol>`;
      case 'BulletListItem':
        return `<li>${inside()}</li>`;
      case 'DefinitionList':
      case 'FieldList':
      case 'OptionList':
        return `<dl>${inside()}</dl>`;
      case 'DefinitionListItem': {
        const {term, definition} = node as RstDefinitionListItem;
        return `<dt>${this.#inline(term)}</dt><dd>${this.blocks(definition)}</dd>`;
      }
      case 'FieldListItem': {
        const {name, body} = node as RstFieldListItem;
        return `<dt>${this.#inline(name)}</dt><dd>${this.blocks(body)}</dd>`;
      }
      case 'OptionListItem': {
        const {options} = node as RstOptionListItem;
        const names = options.map(option =>
          escaped(`${option.name}${option.rawArgName ? ` ${option.rawArgName}` : ''}`),
        );
        return `<dt><code>${names.join(', ')}</code></dt><dd>${inside()}</dd>`;
      }
      case 'LiteralBlock':
      case 'DoctestBlock':
        return `<pre><code>${escaped(node.rawTextContent)}</code></pre>`;
      case 'LineBlock':
        return `<p>${node.children.map(line => (line.nodeType === 'LineBlock' ? this.#block(line).replaceAll(/<\/?p>/gu, '') : this.#inline(line.children))).join('<br>')}</p>`;
      case 'Blockquote':
        return `<blockquote>${inside()}</blockquote>`;
      case 'BlockquoteAttribution':
        return `<p>— ${this.#inline(node.children)}</p>`;
      case 'Table':
        return this.#table(node as RstTable);
      case 'FootnoteDef':
      case 'CitationDef':
        return `<div><p>[${escaped((node as RstFootnoteDef).label)}]</p>${inside()}</div>`;
      case 'Directive':
        return this.#directive(node as RstDirective);
      case 'Comment':
      case 'SubstitutionDef':
      case 'HyperlinkTarget':
        return '';
      default:
        return node.isInlineNode ? this.#inline([node]) : inside();
    }
  }

  #table({headRows, bodyRows}: RstTable): string {
    const rows = (list: readonly RstNode[], cell: string) =>
      list
        .map(row => {
          const cells = row.children.map(one => {
            const {colSpan, rowSpan} = one as RstTableCell;
            return `<${cell} colspan="${colSpan}" rowspan="${rowSpan}">${this.blocks(one.children)}</${cell}>`;
          });
          return `<tr>${cells.join('')}</tr>`;
        })
        .join('');
    return `<table><thead>${rows(headRows, 'th')}</thead><tbody>${rows(bodyRows, 'td')}</tbody></table>`;
  }

  #directive(node: RstDirective): string {
    const {initContentText, rawBodyText} = node;
    const name = node.directive.toLowerCase();
    const option = (key: string) => optionIn(node, key);
    const first = initContentText.trim();
    if (/^(?:code|code-block|sourcecode|highlight-lines|ipython|prompt)$/u.test(name)) {
      const caption = option('caption') ?? option('name');
      const language = /^[\w+#-]+$/u.test(first) ? ` class="language-${first}"` : '';
      return `${caption === undefined ? '' : `<p><strong>${escaped(caption)}</strong></p>`}<pre><code${language}>${escaped(rawBodyText)}</code></pre>`;
    }
    if (/^(?:math|parsed-literal|productionlist|graphviz|mermaid|doctest|testcode)$/u.test(name))
      return `<pre><code>${escaped([first, rawBodyText].filter(Boolean).join('\n'))}</code></pre>`;
    if (name === 'image' || name === 'figure' || name === 'thumbnail') {
      const picture = `<img src="${escaped(this.#address(first))}" alt="${escaped(option('alt') ?? '')}">`;
      return name === 'figure'
        ? `<figure>${picture}<figcaption>${this.blocks(restOf(node))}</figcaption></figure>`
        : `<p>${picture}</p>`;
    }
    if (/^(?:youtube|vimeo)$/u.test(name))
      return `<p><a href="${name === 'vimeo' ? 'https://vimeo.com/' : 'https://www.youtube.com/watch?v='}${escaped(first)}">Video</a></p>`;
    if (name === 'include' || name === 'literalinclude') return '<p>[…]</p>';
    if (SILENT.has(name)) return '';
    const rest = restOf(node);
    if (ADMONITIONS.has(name)) {
      const isTitled = name === 'admonition' || /^version|^deprecated/u.test(name);
      const title =
        name === 'admonition'
          ? this.#inlineOf(node.initContent)
          : escaped(`${name[0]?.toUpperCase()}${name.slice(1)}${isTitled ? ` ${first}` : ''}`);
      const lead = isTitled ? '' : this.blocks(node.initContent);
      return `<div class="admonition ${name}"><p class="admonition-title">${title}</p>${lead}${this.blocks(rest)}</div>`;
    }
    const shown =
      rest.length > 0 || node.initContent.length > 0 ? this.blocks([...node.initContent, ...rest]) : '';
    return shown === '' && rawBodyText.trim() !== ''
      ? `<pre><code>${escaped(rawBodyText)}</code></pre>`
      : shown;
  }

  #inlineOf(nodes: readonly RstNode[]): string {
    return nodes.map(node => this.#inline(node.isInlineNode ? [node] : node.children)).join(' ');
  }

  #inline(nodes: readonly RstNode[]): string {
    return nodes.map(node => this.#one(node)).join('');
  }

  #one(node: RstNode): string {
    const words = escaped(node.textContent);
    switch (node.nodeType) {
      case 'StrongEmphasis':
        return `<strong>${words}</strong>`;
      case 'Emphasis':
        return `<em>${words}</em>`;
      case 'InlineLiteral':
        return `<code>${escaped(node.rawTextContent)}</code>`;
      case 'FootnoteRef':
      case 'CitationRef':
        return `[${words}]`;
      case 'InterpretedText':
        return this.#role(node as RstInterpretedText);
      case 'SubstitutionRef':
        return this.#substituted(node);
      case 'HyperlinkRef':
        return this.#link(node as RstHyperlinkRef);
      case 'Text':
        return words;
      default:
        return node.children.length > 0 && !node.isInlineNode ? this.#inline(node.children) : words;
    }
  }

  #substituted(node: RstNode): string {
    const definition = this.#names.substitution(node.textContent);
    if (!definition || this.#spare < 0) return escaped(node.textContent);
    const shown = this.#definition(node, definition);
    this.#spare -= shown.length + 1;
    return shown;
  }

  #definition(node: RstNode, definition: RstSubstitutionDef): string {
    if (definition.directive === 'image')
      return `<img src="${escaped(definition.initContentText.trim())}" alt="${escaped(node.textContent)}">`;
    return definition.directive === 'replace'
      ? this.#inlineOf(definition.initContent)
      : escaped(definition.initContentText);
  }

  #link(node: RstHyperlinkRef): string {
    const address = this.#names.targetOf(node);
    const words = escaped(node.label);
    return address === undefined ? words : `<a href="${escaped(this.#address(address))}">${words}</a>`;
  }

  /** `:doc:` and `:ref:` lead to articles; of others the words are shown, code as code. */
  #role({role, rawTextContent}: RstInterpretedText): string {
    const [, words, target] = /^([^]*?)\s*<([^<>]+)>$/u.exec(rawTextContent) ?? [];
    const shown = escaped((words ?? rawTextContent).replace(/^[~!]/u, ''));
    const name = role.toLowerCase();
    if (/^(?:doc|ref|download|any|article)$/u.test(name)) {
      const path = this.#links.find(target ?? rawTextContent);
      const title = words === undefined && path !== undefined ? escaped(this.#links.titleOf(path)) : shown;
      return path === undefined ? shown : `<a href="${escaped(this.#links.addressOf(path))}">${title}</a>`;
    }
    return inRole(name, shown);
  }

  /** Pelican's `{filename}a.rst` and `|filename|a.rst` lead to the file. */
  #address(written: string): string {
    const [, kind, path] = /^[{|](\w+)[}|](.*)$/u.exec(written.trim()) ?? [];
    if (kind === undefined || path === undefined) return written.trim().replaceAll(/\s+/gu, '');
    const file = this.#links.find(path);
    return file === undefined ? path.replace(/^\//u, '') : this.#links.addressOf(file);
  }
}

const DEEPEST = 40;
