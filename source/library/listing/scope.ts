import type {View} from '../../domain/query/view.ts';
import type {Database} from '../file/database.ts';

/** The publications that a view is about: all that are shown, or these, by their number. */
export type Scope =
  | Readonly<{kind: 'shown'}>
  | Readonly<{kind: 'one'; publication: number}>
  | Readonly<{kind: 'some'; publications: readonly number[]}>;

/** No publication has it. */
const NOBODY = -1;

export function scopeOf(database: Database, {publications}: View): Scope {
  if (publications === undefined) return {kind: 'shown'};
  const numbers = publications.flatMap(id => numberOf(database, id) ?? []);
  const [only = NOBODY] = numbers;
  return numbers.length < 2 ? {kind: 'one', publication: only} : {kind: 'some', publications: numbers};
}

/** The condition on `entry e`. `hidden`: with the articles that rules have hidden. */
export function scopeToSql(scope: Scope, hidden = false): string {
  const only = hidden ? '' : ' AND e.is_hidden = 0';
  switch (scope.kind) {
    case 'shown': {
      return hidden
        ? 'e.publication IN (SELECT n FROM publication WHERE is_listed AND NOT is_hidden)'
        : 'e.is_shown = 1';
    }
    case 'one': {
      return `e.publication = ${scope.publication}${only}`;
    }
    case 'some': {
      return `e.publication IN (${scope.publications.join(',')})${only}`;
    }
  }
}

export function numberOf(database: Database, publicationId: string): number | undefined {
  return database.all<{n: number}>('SELECT n FROM publication WHERE id = ?', publicationId)[0]?.n;
}
