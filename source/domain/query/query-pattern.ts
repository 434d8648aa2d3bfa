import {QuerySyntaxError} from './query.ts';
import type {Query, TextField} from './query.ts';
import type {QueryToken} from './query-tokens.ts';

/** Fields that take a pattern, `/…/` or `/…/i`, beside words. */
export type PatternField = TextField | 'url';

/**
 * A pattern as the engine takes it. The engine needs time that grows with the text alone, so there is nothing
 * in it that looks ahead or behind, or back at what was found.
 */
export function readPattern(field: PatternField, token: QueryToken): Query {
  const {text, flags = ''} = token;
  if (/[^i]/u.test(flags)) throw wrong(token, `A pattern ends with / or /i, not with /${flags}.`);
  const unknown = UNKNOWN.exec(text.replaceAll(/\\\\|\[(?:\\.|[^\\\]])*\]/gu, '..'))?.[0];
  if (unknown !== undefined)
    throw wrong(token, `A pattern cannot look ahead, behind or back: leave out “${unknown}”.`);
  const reason = reasonAgainst(text);
  if (reason !== undefined) throw wrong(token, `“/${text}/” is not a pattern: ${reason}.`);
  return {kind: 'pattern', field, source: text, isCaseless: flags.includes('i')};
}

/** Text with a slash at its beginning that is no pattern: `title:/etc`. */
export function refuseOpenPattern(token: QueryToken): void {
  if (token.isQuoted || !token.text.startsWith('/')) return;
  throw wrong(token, `A pattern is written /…/ or /…/i; other text with a slash stands in quotes.`);
}

const UNKNOWN = /\(\?<?[=!]|\\[1-9]|\\k/u;

/** Nothing is matched here, so that nothing can take long. */
function reasonAgainst(source: string): string | undefined {
  try {
    void new RegExp(source);
    return undefined;
  } catch (error) {
    const [, reason = 'it is not complete'] = /:\s*([^:]+)$/u.exec((error as Error).message) ?? [];
    return reason.charAt(0).toLowerCase() + reason.slice(1);
  }
}

function wrong({field = '', offset, length}: QueryToken, message: string): QuerySyntaxError {
  const start = offset + field.length + 1;
  return new QuerySyntaxError({
    message,
    offset: start,
    length: Math.max(1, offset + length - start),
  });
}
