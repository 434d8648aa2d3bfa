import type {Links, Token} from 'marked';
import type {Role} from '../../domain/theme/theme.ts';
import type {Context} from '../markdown/context.ts';
import {flowFrom} from '../markdown/flow-from.ts';
import type {Reader} from '../markdown/reader.ts';
import type {Flow} from '../text/flow.ts';
import {flow} from '../text/flow.ts';
import type {Link, Look} from '../text/look.ts';

/** Remarks within remarks; documentation has three at most. */
const DEEPEST = 20;

/** Collects the texts and links of one block of the page while it is made, and gives each text its place. */
export class Composer {
  readonly context: Context;
  readonly #reader: Reader;
  readonly #definitions: Links;
  readonly #flows: Flow[] = [];
  readonly #links: (readonly [Link, string])[] = [];
  #at = 0;
  #depth = 0;

  constructor(reader: Reader, context: Context, definitions: Links) {
    this.#reader = reader;
    this.context = context;
    this.#definitions = definitions;
  }

  get flows(): readonly Flow[] {
    return this.#flows;
  }

  get links(): readonly (readonly [Link, string])[] {
    return this.#links;
  }

  /** Inline Markdown. */
  inline(tokens: readonly Token[] | undefined, ...roles: readonly Role[]): Flow {
    return this.marked(this.read(tokens), ...roles);
  }

  /** A piece of Markdown that is one line. */
  line(markdown: string, ...roles: readonly Role[]): Flow {
    const [first] = this.blocks(markdown);
    if (!first) return this.inline(undefined);
    // A rule, a list or a quotation is none: there its signs are words.
    const isLine = ['paragraph', 'heading', 'text', 'html'].includes(first.type);
    return isLine
      ? this.inline('tokens' in first ? first.tokens : [first], ...roles)
      : this.text(markdown.trim(), {roles});
  }

  /** Inline Markdown as text with marks, which is not kept yet. */
  read(tokens: readonly Token[] | undefined): string {
    return tokens ? this.#reader.inline(tokens, this.context) : '';
  }

  /** Text with marks. */
  marked(text: string, ...roles: readonly Role[]): Flow {
    const {flow, links} = flowFrom(text, this.context, this.#at, roles);
    this.#links.push(...links);
    return this.#kept(flow);
  }

  /** Text as it stands. */
  text(text: string, look?: Look): Flow {
    return this.#kept(flow(text, look, this.#at));
  }

  /** A text that was put together elsewhere. */
  keep(flow: Flow): Flow {
    return this.#kept({...flow, at: this.#at});
  }

  /** A link that stands for a whole block. */
  link(link: Link, text: string): void {
    this.#links.push([link, text]);
  }

  /**
   * Something within something of its kind, whose text is read anew at each depth; undefined where that is
   * too deep.
   */
  within<Result>(act: () => Result): Result | undefined {
    if (this.#depth >= DEEPEST) return undefined;
    this.#depth++;
    try {
      return act();
    } finally {
      this.#depth--;
    }
  }

  /** The blocks of a piece of Markdown within this one. */
  blocks(markdown: string): Token[] {
    return this.#reader.blocks(markdown, this.#definitions);
  }

  #kept(flow: Flow): Flow {
    this.#flows.push(flow);
    this.#at += flow.text.length + 1;
    return flow;
  }
}
