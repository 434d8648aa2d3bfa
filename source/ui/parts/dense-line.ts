import type {ListColumn} from '../../domain/query/list-columns.ts';
import type {ArticleRow} from '../../domain/query/view.ts';
import {ageOf, shortDate} from './dates.ts';
import {pad, segment, spread} from './line.ts';
import type {Line} from './line.ts';
import {barOf, markOf, minutes, ownTagsOf, titleOf} from './row-parts.ts';
import type {RowContext} from './row-parts.ts';

type Column = Readonly<{
  /** Cells that it takes in a row so wide. */
  width: (row: number) => number;
  /** Cells that the title has to have beside it; the first to give way wants most. */
  leaves: number;
}>;

const NAME = (row: number): number => Math.max(8, Math.min(22, Math.floor(row / 5)));

const COLUMNS: Readonly<Record<Exclude<ListColumn, 'title'>, Column>> = {
  tags: {width: () => 16, leaves: 44},
  category: {width: () => 13, leaves: 42},
  author: {width: NAME, leaves: 38},
  time: {width: () => 7, leaves: 30},
  date: {width: () => 11, leaves: 26},
  age: {width: () => 5, leaves: 26},
  publication: {width: NAME, leaves: 10},
};

/** One line an article: its mark, and the columns that the reader wants and that there is room for. */
export function denseLine(row: ArticleRow, isSelected: boolean, context: RowContext): Line {
  const width = context.width - 4;
  const wanted = shownColumns(context, width);
  const at = wanted.indexOf('title');
  const [before, after] = at < 0 ? [[], wanted] : [wanted.slice(0, at), wanted.slice(at + 1)];
  const cell = (column: ListColumn): Line => cellOf(column, row, context, width);
  const own = ownTagsOf(row);
  const title: Line = [
    titleOf(row, isSelected),
    ...(own === '' || wanted.includes('tags') ? [] : [segment(`  ${own}`, 'category')]),
  ];
  const left = before.flatMap(column => [...cell(column), segment('  ')]);
  const taken = before.reduce((sum, column) => sum + widthOf(column, width) + 2, 0);
  const right = after.flatMap((column, index) =>
    index === 0 ? cell(column) : [segment(' '), ...cell(column)],
  );
  return [
    barOf(isSelected, context),
    markOf(row, context.glyphs),
    segment(' '),
    ...left,
    ...spread(title, right, width - taken),
  ];
}

/** Without those that give way: the title is left as much room as each of the others wants for it. */
function shownColumns({columns, isMixed}: RowContext, width: number): readonly ListColumn[] {
  let shown = columns.filter(column => isMixed || column !== 'publication');
  for (const [name, {leaves}] of Object.entries(COLUMNS)) {
    const taken = shown.reduce((sum, column) => sum + widthOf(column, width) + 1, 0);
    if (width - taken < leaves) shown = shown.filter(column => column !== name);
  }
  return shown;
}

function widthOf(column: ListColumn, width: number): number {
  return column === 'title' ? 0 : COLUMNS[column].width(width);
}

function cellOf(column: ListColumn, row: ArticleRow, {now}: RowContext, width: number): Line {
  const cells = widthOf(column, width);
  switch (column) {
    case 'publication': {
      return [segment(pad(row.publicationTitle, cells), 'quiet')];
    }
    case 'author': {
      return [segment(pad(row.authors[0]?.name ?? '', cells), 'quiet')];
    }
    case 'category': {
      return [segment(pad(row.category ?? '', cells), 'category')];
    }
    case 'tags': {
      const names = [ownTagsOf(row), ...row.tags.map(name => `#${name}`)];
      return [segment(pad(names.filter(Boolean).join(' '), cells), 'category')];
    }
    case 'date':
    case 'age': {
      const date = row.publishedAt;
      const text = date === undefined ? '' : column === 'age' ? ageOf(date, now) : shortDate(date, now);
      return [segment(text.padStart(cells), 'quiet')];
    }
    case 'time': {
      return [segment(minutes(row).padStart(cells), 'quiet')];
    }
    default: {
      return [];
    }
  }
}
