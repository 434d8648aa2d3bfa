import type {Query} from '../../domain/query/query.ts';
import {fold} from './fold.ts';

/** A word to be shown where it stands, folded; `isOpen`: also as the beginning of a longer one. */
export type WantedWord = Readonly<{text: string; isOpen: boolean}>;

/** The words of a query that may stand in a text: not those that must not, not those of other fields. */
export function wantedWords(query: Query): WantedWord[] {
  switch (query.kind) {
    case 'text': {
      if (query.field !== undefined && query.field !== 'title' && query.field !== 'text') return [];
      const words = fold(query.text).match(/[\p{L}\p{N}]+/gu) ?? [];
      const isOpen = query.field !== undefined || query.text.endsWith('*');
      return words.map((text, index) => ({text, isOpen: isOpen && index === words.length - 1}));
    }
    case 'and':
    case 'or': {
      return query.of.flatMap(wantedWords);
    }
    default: {
      return [];
    }
  }
}
