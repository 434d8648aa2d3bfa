import {QuerySyntaxError} from './query.ts';
import type {ParsedQuery, Query} from './query.ts';
import {readField} from './query-fields.ts';
import {tokenizeQuery} from './query-tokens.ts';
import type {QueryToken} from './query-tokens.ts';

/** Parentheses within parentheses. */
const DEEPEST = 40;

/**
 * Reads a query: words, "phrases", fields (`is:unread`), patterns (`title:/…/i`), `-not`, `or`, parentheses;
 * what stands side by side must all hold. Never throws: what cannot be understood is told with its place.
 */
export function parseQuery(text: string): ParsedQuery {
  try {
    const parser = new Parser(tokenizeQuery(text));
    return {ok: true, query: parser.whole()};
  } catch (error) {
    if (error instanceof QuerySyntaxError) return {ok: false, error: error.error};
    throw error;
  }
}

class Parser {
  readonly #tokens: readonly QueryToken[];
  #next = 0;
  #depth = 0;

  constructor(tokens: readonly QueryToken[]) {
    this.#tokens = tokens;
  }

  whole(): Query {
    const query = this.#alternatives();
    const left = this.#peek();
    if (left) throw wrong(left, 'This parenthesis closes nothing.');
    return query;
  }

  #alternatives(): Query {
    const sides: Query[] = [];
    for (;;) {
      const side = this.#sequence();
      const or = this.#peek('or');
      if (side.length === 0 && (or ?? sides.length > 0)) {
        const pointed = or ?? this.#tokens[this.#next - 1];
        if (pointed) throw wrong(pointed, '“or” needs something on both sides.');
      }
      sides.push(joined('and', side));
      if (!or) return joined('or', sides);
      this.#next++;
    }
  }

  #sequence(): Query[] {
    const parts: Query[] = [];
    for (;;) {
      const token = this.#peek();
      if (!token || token.kind === 'or' || token.kind === 'close') return parts;
      parts.push(this.#part(token));
    }
  }

  #part(token: QueryToken): Query {
    this.#next++;
    switch (token.kind) {
      case 'open': {
        return this.#group(token);
      }
      case 'not': {
        const of = this.#peek();
        // The tokenizer sees to it that something follows at once; it may still be a closing parenthesis or
        // "or".
        if (!of || of.kind === 'close' || of.kind === 'or') throw wrong(token, 'Nothing follows this minus.');
        return {kind: 'not', of: this.#part(of)};
      }
      case 'field':
      case 'pattern': {
        return readField(token);
      }
      default: {
        return {kind: 'text', text: token.text, isPhrase: token.isQuoted};
      }
    }
  }

  #group(open: QueryToken): Query {
    if (++this.#depth > DEEPEST) throw wrong(open, `Parentheses may stand at most ${DEEPEST} deep.`);
    const query = this.#alternatives();
    if (!this.#peek('close')) throw wrong(open, 'This parenthesis is not closed.');
    this.#next++;
    this.#depth--;
    return query;
  }

  #peek(kind?: QueryToken['kind']): QueryToken | undefined {
    const token = this.#tokens[this.#next];
    return kind === undefined || token?.kind === kind ? token : undefined;
  }
}

function joined(kind: 'and' | 'or', of: readonly Query[]): Query {
  const [only] = of;
  return only && of.length === 1 ? only : {kind, of};
}

function wrong({offset, length}: QueryToken, message: string): QuerySyntaxError {
  return new QuerySyntaxError({message, offset, length});
}
