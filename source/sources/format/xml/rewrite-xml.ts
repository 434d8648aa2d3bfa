import {Parser} from 'htmlparser2';
import {ProblemError} from '../../../domain/problem.ts';
import {elementAs} from './element-names.ts';
import type {Rewritten} from './element-names.ts';
import {escapeAmpersands, escapeMarkup, openTag} from './write-xml.ts';

type Open = Readonly<{name: string; isKept: boolean; content: Rewritten['content']}>;

/** A `<` that begins no tag: no name follows, or no `>` before the next one. CDATA is passed over. */
const NO_TAG = /<!\[CDATA\[[^]*?(?:\]\]>|$)|<(?![a-z_/!?])|<(?=[^<>]*<)/giu;

/** The parser's own stack gets slow beyond this. */
const HOPELESS = 25_000;
const TOO_DEEP = {
  kind: 'too-large',
  message: `The feed has elements inside one another, more than ${HOPELESS} deep.`,
} as const;

const VOID = /^(?:area|br|col|embed|hr|img|input|param|source|track|wbr)$/iu;

const PERSON = /^(?:author|managingeditor|webmaster)$/iu;
const LONGEST_NAME = 1000;

/**
 * Well-formed XML with the same elements and texts as a text that only resembles it: what was left open is
 * closed, bare `<` and `&` become text, CDATA becomes escaped text, attributes are quoted; what follows the
 * root goes, and so do comments. Elements that a feed parser doesn't know get the names of those it does
 * (element-names.ts). Elements that stand deeper than `maxDepth` lose their tags and keep their text. Throws
 * a ProblemError where they stand deeper than anything ever should.
 */
export function rewriteXml(text: string, maxDepth: number): {xml: string; isBrokenOff: boolean} {
  const writer = new Writer(maxDepth);
  const parser = new Parser(writer, {xmlMode: true, decodeEntities: false});
  parser.end(text.replaceAll(NO_TAG, found => (found === '<' ? '&lt;' : found)));
  return {xml: writer.parts.join(''), isBrokenOff: writer.isBrokenOff};
}

class Writer {
  readonly parts: string[] = [];
  isBrokenOff = false;
  readonly #maxDepth: number;
  readonly #open: Open[] = [];
  #root = '';
  #depth = 0;
  #isInCdata = false;
  #isDone = false;
  #isChannelMissing = false;
  #nameLength = 0;

  constructor(maxDepth: number) {
    this.#maxDepth = maxDepth;
  }

  onopentag(original: string, attributes: Readonly<Record<string, string>>): void {
    if (this.#open.length === 0 && this.#root === '') this.#root = original;
    if (this.#open.length > HOPELESS) throw new ProblemError(TOO_DEEP);
    const {content: outer, name: parent} = this.#open.at(-1) ?? {content: 'elements', name: ''};
    const as = elementAs(original, attributes, {root: this.#root, parent: parent.toLowerCase()});
    const isKept = !this.#isDone && this.#depth < this.#maxDepth && as !== undefined && outer !== 'base64';
    const name = as && outer === 'elements' ? as.name : original;
    if (isKept) {
      this.#addChannel(name, parent);
      this.#write(openTag(name, attributes));
      this.#depth++;
    } else if (as === undefined && !this.#isDone) this.#write(escapeMarkup(`<${original}>`));
    if (PERSON.test(name)) this.#nameLength = 0;
    this.#open.push({name, isKept, content: outer === 'elements' && as ? as.content : outer});
  }

  onclosetag(_name: string, isImplied: boolean): void {
    const element = this.#open.pop();
    if (!element?.isKept) return;
    this.#depth--;
    const isRoot = this.#open.length === 0;
    if (isRoot && this.#isChannelMissing) this.#write('</channel>');
    if (!this.#closeVoid(element.name)) this.#write(`</${element.name}>`);
    if (!isRoot) return;
    this.isBrokenOff = isImplied;
    this.#isDone = true;
  }

  ontext(data: string): void {
    if (this.#isDone) return;
    const {content, name} = this.#open.at(-1) ?? {};
    if (PERSON.test(name ?? '') && (this.#nameLength += data.length) > LONGEST_NAME) return;
    if (this.#isNameOfAuthor(data)) return void this.parts.push(`<name>${this.#textOf(data)}</name>`);
    if (content === 'base64') this.parts.push(escapeMarkup(unpacked(data)));
    else this.#write(this.#textOf(data));
  }

  #textOf(data: string): string {
    return this.#isInCdata ? escapeMarkup(data) : escapeBare(data);
  }

  /** Atom wants the name in an element of its own. */
  #isNameOfAuthor(data: string): boolean {
    const {content, isKept, name = ''} = this.#open.at(-1) ?? {};
    return (
      isKept === true &&
      content === 'elements' &&
      /^author$/iu.test(name) &&
      /(?:^|:)feed$/iu.test(this.#root) &&
      /\S/u.test(data)
    );
  }

  oncdatastart(): void {
    this.#isInCdata = true;
  }

  oncdataend(): void {
    this.#isInCdata = false;
  }

  /** Articles that stand right below `<rss>` get the channel that they need. */
  #addChannel(name: string, parent: string): void {
    if (this.#open.length !== 1 || !/^rss$/iu.test(parent) || this.#isChannelMissing) return;
    if (/^channel$/iu.test(name) || this.parts.some(part => /^<channel\b/iu.test(part))) return;
    this.parts.push('<channel>');
    this.#isChannelMissing = true;
  }

  /** `<br></br>` would be two breaks for an HTML parser. */
  #closeVoid(name: string): boolean {
    const last = this.parts.at(-1) ?? '';
    if (!VOID.test(name) || !last.startsWith(this.#isEscaping() ? `&lt;${name}` : `<${name}`)) return false;
    this.parts[this.parts.length - 1] = last.replace(/(?:>|&gt;)$/u, mark => `/${mark}`);
    return true;
  }

  #isEscaping(): boolean {
    return this.#open.at(-1)?.content === 'escaped';
  }

  #write(markup: string): void {
    this.parts.push(this.#isEscaping() ? escapeMarkup(markup) : markup);
  }
}

function escapeBare(data: string): string {
  return escapeAmpersands(data).replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function unpacked(data: string): string {
  return new TextDecoder().decode(Buffer.from(data, 'base64'));
}
