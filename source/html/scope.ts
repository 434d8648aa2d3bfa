import type {BlockContent, DefinitionContent} from 'mdast';
import type {Footnotes} from './footnotes.ts';
import {phrasingOf} from './phrasing.ts';
import {paragraphsIn} from './run.ts';
import type {Leaf, Mark} from './run.ts';
import type {Node, Parent} from './tree.ts';

export type Block = BlockContent | DefinitionContent;

/** State of the whole page. */
export type Page = Readonly<{
  /** An address of the page as it may be opened; undefined where it is empty or unsafe. */
  resolve(written: string | undefined): string | undefined;
  footnotes: Footnotes;
  /** The outermost flow. */
  top: Flow;
  /** Pictures that stood in a noscript element, which are not shown again when their lazy twin comes. */
  shown: Set<string>;
  readChildren(parent: Parent, scope: Scope): void;
  readNode(node: Node, scope: Scope): void;
}>;

/** State at the node that is being read. */
export type Scope = Readonly<{
  page: Page;
  flow: Flow;
  marks: readonly Mark[];
  /** `code`: text is code; `lines`: line ends and indents are meant. */
  mode: 'prose' | 'code' | 'lines';
  /** Elements inside one another. */
  depth: number;
  /** Quotes and lists inside one another. */
  nesting: number;
  /** `q` elements inside one another. */
  quotes: number;
  /** Stands above the next block of code. */
  caption?: {text: string};
}>;

/** Blocks one after another; loose inline content gathers to paragraphs between them. */
export class Flow {
  readonly blocks: Block[] = [];
  #run: Leaf[] = [];

  add(leaf: Leaf): void {
    this.#run.push(leaf);
  }

  /** Ends the open paragraph. */
  end(): void {
    if (this.#run.length === 0) return;
    for (const leaves of paragraphsIn(this.#run)) {
      const children = phrasingOf(leaves);
      if (children.length > 0) this.blocks.push({type: 'paragraph', children});
    }
    this.#run = [];
  }

  block(...blocks: readonly Block[]): void {
    this.end();
    this.blocks.push(...blocks);
  }

  /** The run that is open, taken out. */
  takeRun(): readonly Leaf[] {
    const run = this.#run;
    this.#run = [];
    return run;
  }
}

/** The content of an element as blocks of its own. */
export function blocksIn(parent: Parent, scope: Scope, change: Partial<Scope> = {}): Block[] {
  const flow = new Flow();
  scope.page.readChildren(parent, {...scope, ...change, flow});
  flow.end();
  return flow.blocks;
}
