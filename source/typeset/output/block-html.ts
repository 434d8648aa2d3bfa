import type {Alignment, Block} from '../blocks/block.ts';
import {linkAddress, slugOf} from '../markdown/addresses.ts';
import type {Flow} from '../text/flow.ts';
import {wordsOf} from '../text/flow.ts';
import {element, escaped} from './escape.ts';
import {inlineHtml} from './inline-html.ts';

/** A block as HTML. Only elements and attributes that are written here can come out. */
export function blockHtml(block: Block, base: string | undefined): string {
  switch (block.kind) {
    case 'paragraph': {
      return element('p', inlineHtml(block.flow));
    }
    case 'heading': {
      return element(`h${block.level}`, inlineHtml(block.flow), {
        id: slugOf(wordsOf(block.flow)) || undefined,
      });
    }
    case 'code': {
      const language = block.language === '' ? undefined : `language-${block.language}`;
      const code = element('pre', element('code', escaped(block.flow.text), {class: language}));
      return block.title === undefined
        ? code
        : element('figure', `${element('figcaption', escaped(block.title))}${code}`);
    }
    case 'verse': {
      return element('pre', inlineHtml(block.flow).replaceAll('<br>', ''));
    }
    case 'list': {
      return listHtml(block, base);
    }
    case 'definitions': {
      const entries = block.entries.flatMap(({terms, definitions}) => [
        ...terms.map(term => element('dt', inlineHtml(term, ['strong']))),
        ...definitions.map(blocks => element('dd', contentOf(blocks, false, base))),
      ]);
      return element('dl', `\n${entries.join('\n')}\n`);
    }
    case 'quote': {
      const title = block.alert
        ? `${element('p', element('strong', escaped(block.alert.title.text)))}\n`
        : '';
      return element(block.alert ? 'aside' : 'blockquote', `\n${title}${blocksHtml(block.blocks, base)}\n`);
    }
    case 'table': {
      return tableHtml(block);
    }
    case 'rule': {
      return '<hr>';
    }
    case 'image': {
      return figureHtml(block, base);
    }
    case 'details': {
      return element(
        'details',
        `\n${element('summary', inlineHtml(block.summary, ['strong']))}\n${blocksHtml(block.blocks, base)}\n`,
      );
    }
    case 'note': {
      const back = block.back ? ` ${element('a', '↩', {href: `#reference-${block.ordinal}`})}` : '';
      return element('li', `${contentOf(block.blocks, false, base)}${back}`, {id: `note-${block.ordinal}`});
    }
    case 'card': {
      return '';
    }
  }
}

export function blocksHtml(blocks: readonly Block[], base: string | undefined): string {
  return blocks.map(block => blockHtml(block, base)).join('\n');
}

/**
 * A list; numbers that are not one after the other stand on their items, letters only in the list's own way.
 */
function listHtml(list: Extract<Block, {kind: 'list'}>, base: string | undefined): string {
  const first = list.items[0]?.label ?? '1.';
  const numbers = list.items.map(({label = ''}) => Number.parseInt(label, 10));
  const start = numbers[0] ?? 1;
  const type = /^\d|^-\d/.test(first) ? undefined : /^[ivxIVX]\.$/.test(first) ? first.charAt(0) : 'a';
  const items = list.items.map(({task, blocks}, index) =>
    element('li', `${boxOf(task)}${contentOf(blocks, list.isLoose, base)}`, {
      value:
        list.isOrdered && type === undefined && numbers[index] !== start + index
          ? String(numbers[index])
          : undefined,
    }),
  );
  return element(list.isOrdered ? 'ol' : 'ul', `\n${items.join('\n')}\n`, {
    start: list.isOrdered && type === undefined && start !== 1 ? String(start) : undefined,
    type: list.isOrdered ? type : undefined,
  });
}

/** A single paragraph needs no element of its own in a tight item. */
function contentOf(blocks: readonly Block[], isLoose: boolean, base: string | undefined): string {
  const [first, ...rest] = blocks;
  if (!first || first.kind !== 'paragraph' || isLoose) return blocksHtml(blocks, base);
  return [inlineHtml(first.flow), ...rest.map(block => blockHtml(block, base))].join('\n');
}

function boxOf(task: 'open' | 'done' | undefined): string {
  return task ? `<input type="checkbox" disabled${task === 'done' ? ' checked' : ''}> ` : '';
}

function tableHtml({head, rows, alignment}: Extract<Block, {kind: 'table'}>): string {
  const row = (cells: readonly Flow[], name: 'td' | 'th'): string =>
    element(
      'tr',
      cells
        .map((cell, column) =>
          element(name, inlineHtml(cell, name === 'th' ? ['strong'] : []), {
            style: styleOf(alignment[column]),
          }),
        )
        .join(''),
    );
  const above = head.length > 0 ? `${element('thead', row(head, 'th'))}\n` : '';
  return element('table', `\n${above}${element('tbody', rows.map(cells => row(cells, 'td')).join('\n'))}\n`);
}

function styleOf(alignment: Alignment | undefined): string | undefined {
  return alignment === undefined || alignment === 'left' ? undefined : `text-align: ${alignment}`;
}

/** A picture whose address can't be asked for is its words alone. */
function figureHtml({picture}: Extract<Block, {kind: 'image'}>, base: string | undefined): string {
  const {href, alternative, caption, leadsTo} = picture;
  const source = linkAddress(href, base);
  const target = linkAddress(leadsTo ?? '', base);
  const image =
    source === undefined
      ? escaped(alternative)
      : `<img src="${escaped(source)}" alt="${escaped(alternative)}">`;
  const below = caption === undefined ? '' : element('figcaption', escaped(caption));
  return element('figure', `${target === undefined ? image : element('a', image, {href: target})}${below}`);
}
