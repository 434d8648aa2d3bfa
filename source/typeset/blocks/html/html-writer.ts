import {printableText} from '../../../domain/text/printable.ts';
import {EMBEDS, HIDDEN, STYLES} from '../../markdown/html-tags.ts';
import {replaced} from '../../markdown/inline-renderer.ts';
import {closing, opening} from '../../markdown/marks.ts';
import type {Block} from '../block.ts';
import {codeFrom} from '../code.ts';
import type {Composer} from '../composer.ts';
import type {Frame} from './frame.ts';
import {blocksOf, frame} from './frame.ts';
import {languageOf, levelOf, pictureFrom} from './attributes.ts';
import {flowOf} from '../flow-of.ts';

type Attributes = Readonly<Record<string, string>>;

const CONTAINERS = new Set([
  'ul',
  'ol',
  'dl',
  'blockquote',
  'figure',
  'details',
  'table',
  'li',
  'dt',
  'dd',
  'td',
  'th',
  'summary',
  'figcaption',
]);
const BREAKS = new Set(
  'p div section article header footer main aside nav center form fieldset legend address hgroup picture caption h1 h2 h3 h4 h5 h6 tr thead tbody tfoot option body html menu dir'.split(
    ' ',
  ),
);

/** Elements within elements that still change how something looks. */
const DEEPEST = 20;

/** Writes blocks as the parser walks through HTML. Text gathers until something begins or ends a block. */
export class HtmlWriter {
  readonly #composer: Composer;
  readonly #closes: (name: string) => boolean;
  readonly #frames: Frame[] = [frame('root')];
  /** Styles that are open: they go on in the next paragraph. */
  readonly #styles: {name: string; opening: string; closing: string}[] = [];
  #text = '';
  #heading = 0;
  #hidden = 0;
  #preformatted: {depth: number; language: string; text: string} | undefined;

  /** `closes` tells whether an element is closed at all: what is hidden and never closed would hide the rest. */
  constructor(composer: Composer, closes: (name: string) => boolean) {
    this.#composer = composer;
    this.#closes = closes;
  }

  open(name: string, attributes: Attributes): void {
    if (HIDDEN.has(name) && this.#closes(name)) this.#hidden++;
    if (this.#hidden > 0) return;
    if (this.#preformatted) return this.#openInCode(name, attributes);
    const style = name === 'a' && attributes['href'] !== undefined ? 'link' : STYLES.get(name);
    if (style)
      return this.#openStyle(
        name,
        opening(style, style === 'link' ? attributes['href'] : ''),
        closing(style),
      );
    if (name === 'br') this.#text += '\n';
    else if (name === 'wbr') this.#text += '\u200b';
    else if (name === 'q') this.#text += '“';
    else if (name === 'hr') this.#block({kind: 'rule'});
    else if (name === 'img') this.#picture(attributes);
    else if (name === 'pre') this.#openCode(attributes);
    else if (name === 'input')
      this.#text +=
        attributes['type'] === 'checkbox' ? (attributes['checked'] === undefined ? '[ ] ' : '[x] ') : '';
    else if (EMBEDS.has(name)) this.#embed(name, attributes);
    else if (CONTAINERS.has(name)) this.#openFrame(name, attributes);
    else if (name === 'tr') this.#row();
    else if (BREAKS.has(name)) {
      this.#flush();
      this.#heading = levelOf(name);
    }
  }

  text(raw: string): void {
    if (this.#hidden > 0) return;
    const text = printableText(raw);
    if (this.#preformatted) this.#preformatted.text += text;
    else this.#text += text.replaceAll(/[ \t\n\f]+/g, ' ');
  }

  close(name: string): void {
    if (HIDDEN.has(name)) this.#hidden = Math.max(0, this.#hidden - 1);
    else if (this.#hidden > 0) return;
    else if (this.#preformatted) this.#closeInCode(name);
    else if (name === 'q') this.#text += '”';
    else if (CONTAINERS.has(name)) this.#closeFrame(name);
    else if (BREAKS.has(name)) {
      this.#flush();
      this.#heading = 0;
    } else this.#closeStyle(name);
  }

  end(): readonly Block[] {
    if (this.#preformatted) this.#closeInCode('pre');
    this.#flush();
    while (this.#frames.length > 1) this.#closeFrame(this.#top().name);
    return this.#top().blocks;
  }

  #top(): Frame {
    const top = this.#frames.at(-1);
    if (!top) throw new Error('The root frame is never closed');
    return top;
  }

  /** Ends a paragraph, or a heading. */
  #flush(): void {
    const text = this.#text;
    this.#text = this.#styles.map(style => style.opening).join('');
    if (text.replaceAll(/\u0002[^\u0004]*\u0004|\u0003./gsu, '').trim() === '') return;
    const level = this.#heading;
    const flow = level > 0 ? this.#composer.marked(text, 'heading') : this.#composer.marked(text);
    this.#top().blocks.push(level > 0 ? {kind: 'heading', level, flow} : {kind: 'paragraph', flow});
  }

  #block(block: Block): void {
    this.#flush();
    this.#top().blocks.push(block);
  }

  #openStyle(name: string, open: string, close: string): void {
    if (this.#styles.length >= DEEPEST) return;
    this.#styles.push({name, opening: open, closing: close});
    this.#text += open;
  }

  #closeStyle(name: string): void {
    const index = this.#styles.findLastIndex(style => style.name === name);
    if (index === -1) return;
    for (const style of this.#styles.splice(index)) if (style.name === name) this.#text += style.closing;
  }

  #picture(attributes: Attributes): void {
    const isAlone =
      this.#heading === 0 &&
      !this.#table() &&
      this.#text.replaceAll(/\u0002[^\u0004]*\u0004|\u0003./gsu, '').trim() === '';
    const picture = pictureFrom(attributes, this.#linkAround());
    const figure = this.#frames.findLast(({name}) => name === 'figure');
    if (!picture) return;
    if (figure && !figure.picture) figure.picture = picture;
    else if (isAlone) this.#top().blocks.push(...blocksOf({...frame('figure'), picture}, this.#composer));
    else this.#text += replaced({name: 'img', isClosing: false, attributes}, this.#composer.context);
  }

  #linkAround(): string | undefined {
    const link = this.#styles.findLast(({name}) => name === 'a');
    return link?.opening.slice(2, -1);
  }

  #embed(name: string, attributes: Attributes): void {
    this.#flush();
    this.#text += replaced({name, isClosing: false, attributes}, this.#composer.context);
    this.#flush();
  }

  #openCode(attributes: Attributes): void {
    this.#flush();
    this.#preformatted = {depth: 1, language: languageOf(attributes), text: ''};
  }

  #openInCode(name: string, attributes: Attributes): void {
    const code = this.#preformatted;
    if (!code) return;
    if (name === 'pre') code.depth++;
    if (name === 'br') code.text += '\n';
    if (name === 'code' && code.language === '') code.language = languageOf(attributes);
  }

  #closeInCode(name: string): void {
    const code = this.#preformatted;
    if (!code || name !== 'pre' || --code.depth > 0) return;
    this.#preformatted = undefined;
    if (code.text.trim() !== '') this.#block(codeFrom(code.text, code.language, this.#composer));
  }

  #openFrame(name: string, attributes: Attributes): void {
    this.#flush();
    if (this.#frames.length >= DEEPEST) return;
    if (name === 'li' && !['ul', 'ol'].includes(this.#top().name)) this.#frames.push(frame('ul'));
    if (['td', 'th'].includes(name) && !this.#table()) return;
    if (['td', 'th'].includes(name)) this.#table()?.rows.openCell(name, attributes);
    this.#frames.push(frame(name, Number.parseInt(attributes['start'] ?? '1', 10) || 1));
  }

  #row(): void {
    this.#flush();
    this.#table()?.rows.begin();
  }

  #table(): Frame | undefined {
    return this.#frames.findLast(({name}) => name === 'table');
  }

  /** Closes a frame and all that was left open within it. */
  #closeFrame(name: string): void {
    this.#flush();
    const index = this.#frames.findLastIndex(one => one.name === name);
    if (index < 1) return;
    while (this.#frames.length > index) {
      const closed = this.#frames.pop();
      if (closed) this.#put(closed);
    }
  }

  /** Gives a closed frame to the one around it. */
  #put(closed: Frame): void {
    const {name, blocks} = closed;
    const around = this.#top();
    if (name === 'li') around.items.push({blocks});
    else if (name === 'td' || name === 'th') this.#table()?.rows.closeCell(flowOf(blocks));
    else if (name === 'dt') around.entries.push({term: flowOf(blocks), definitions: []});
    else if (name === 'dd') {
      if (around.entries.length === 0) around.entries.push({term: flowOf([]), definitions: []});
      around.entries.at(-1)?.definitions.push(blocks);
    } else if (name === 'summary') around.summary = flowOf(blocks);
    else if (name === 'figcaption') around.caption = flowOf(blocks).text;
    else for (const block of blocksOf(closed, this.#composer)) around.blocks.push(block);
  }
}
