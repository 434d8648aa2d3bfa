import {hiddenHost} from '../../domain/text/link-host.ts';
import type {PageCode, PageHeading, PageLink} from '../../domain/page/page.ts';
import type {Block, Composed} from '../blocks/block.ts';
import {copyOf} from '../blocks/code.ts';
import {slugOf} from '../markdown/addresses.ts';
import {wordsOf} from '../text/flow.ts';
import type {Link} from '../text/look.ts';
import type {Galley} from './galley.ts';

/** Headings, codes and links of a page, each read once, when first asked for. */
export class Contents {
  readonly #galley: Galley;
  #marks: ReadonlyMap<PageLink, Link> | undefined;
  #headings: readonly PageHeading[] | undefined;
  #codes: readonly PageCode[] | undefined;

  constructor(galley: Galley) {
    this.#galley = galley;
  }

  get headings(): readonly PageHeading[] {
    return (this.#headings ??= this.#collect((block, id) =>
      block.kind === 'heading' ? [{block: id, level: block.level, text: wordsOf(block.flow)}] : [],
    ));
  }

  get codes(): readonly PageCode[] {
    return (this.#codes ??= this.#collect((block, id) =>
      codesIn(block).map(({flow, language, session}) => ({
        block: id,
        text: copyOf(flow.text, session),
        ...(language !== '' && {language}),
      })),
    ));
  }

  get links(): readonly PageLink[] {
    return (this.#list ??= [...this.#all().keys()]);
  }

  #list: readonly PageLink[] | undefined;

  /** The mark in the text that a link of the page stands for. */
  markOf(link: PageLink): Link | undefined {
    return this.#all().get(link);
  }

  #all(): ReadonlyMap<PageLink, Link> {
    if (this.#marks) return this.#marks;
    const slugs = slugsOf(this.headings);
    const references = new Map<number, number>();
    const marks = new Map<PageLink, Link>();
    const notes = this.#galley.sections.first('notes') ?? 0;
    for (const [id, links] of this.#blocks().map(([id, composed]) => [id, composed.links] as const)) {
      for (const [mark, text] of links) {
        if (mark.target.kind === 'note' && !references.has(mark.target.number))
          references.set(mark.target.number, id);
        const target = targetOf(mark, slugs, references, number => this.#galley.numberOf(notes, number - 1));
        if (target) marks.set(linkOf(text, target, id, mark.number), mark);
      }
    }
    return (this.#marks = marks);
  }

  #collect<Item>(of: (block: Block, id: number) => readonly Item[]): readonly Item[] {
    return this.#blocks().flatMap(([id, {block}]) => of(block, id));
  }

  #blocks(): (readonly [number, Composed])[] {
    const all: (readonly [number, Composed])[] = [];
    for (let section = 0; ; section++) {
      const one = this.#galley.sections.at(section);
      if (!one) return all;
      for (const [index, composed] of one.blocks().entries())
        all.push([this.#galley.numberOf(section, index), composed]);
    }
  }
}

function linkOf(
  text: string,
  target: PageLink['target'],
  block: number,
  number: number | undefined,
): PageLink {
  const host = target.kind === 'url' ? hiddenHost(text, target.url) : undefined;
  return {text, target, block, ...(number !== undefined && {number}), ...(host !== undefined && {host})};
}

function targetOf(
  {target}: Link,
  slugs: ReadonlyMap<string, number>,
  references: ReadonlyMap<number, number>,
  noteBlock: (number: number) => number,
): PageLink['target'] | undefined {
  switch (target.kind) {
    case 'note': {
      return {kind: 'place', block: noteBlock(target.number)};
    }
    case 'reference': {
      const block = references.get(target.number);
      return block === undefined ? undefined : {kind: 'place', block};
    }
    case 'anchor': {
      const block = slugs.get(target.slug) ?? slugs.get(slugOf(target.slug));
      return block === undefined ? undefined : {kind: 'place', block};
    }
    default: {
      return target;
    }
  }
}

/** Headings by the names that web pages give them; the second of the same name ends in -1. */
function slugsOf(headings: readonly PageHeading[]): ReadonlyMap<string, number> {
  const slugs = new Map<string, number>();
  const next = new Map<string, number>();
  for (const {text, block} of headings) {
    const slug = slugOf(text);
    let name = slug;
    let count = next.get(slug) ?? 1;
    for (; slugs.has(name); count++) name = `${slug}-${count}`;
    next.set(slug, count);
    slugs.set(name, block);
  }
  return slugs;
}

function codesIn(block: Block): Extract<Block, {kind: 'code'}>[] {
  switch (block.kind) {
    case 'code': {
      return [block];
    }
    case 'list': {
      return block.items.flatMap(item => item.blocks.flatMap(codesIn));
    }
    case 'quote':
    case 'note':
    case 'details': {
      return block.blocks.flatMap(codesIn);
    }
    case 'definitions': {
      return block.entries.flatMap(({definitions}) => definitions.flat().flatMap(codesIn));
    }
    default: {
      return [];
    }
  }
}
