import {decodeHTMLStrict} from 'entities';
import {lexer, walkTokens} from 'marked';
import type {Token} from 'marked';

/** The words of Markdown by the tokens of a `marked` that knows nothing of ours, in reading order. */
export function tokenWords(markdown: string): readonly string[] {
  const texts: string[] = [];
  void walkTokens(lexer(markdown), token => {
    texts.push(...textsOf(token));
  });
  return lettersOf(texts.join(' '));
}

function textsOf(token: Token): string[] {
  if (token.type === 'code') return [` ${token.text} `];
  if (token.type === 'codespan' || token.type === 'escape') return [token.text];
  return token.type === 'text' && !token['tokens'] ? [decodeHTMLStrict(token.text)] : [];
}

/** Runs of letters and digits, compatibility forms resolved. */
export function lettersOf(text: string): string[] {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
  );
}

/** The words that a page does not show in this order; what it shows besides them does not matter. */
export function missingWords(words: readonly string[], page: string): string[] {
  const shown = lettersOf(page).join('');
  let position = 0;
  return words.filter(word => {
    const index = shown.indexOf(word, position);
    if (index === -1) return true;
    position = index + word.length;
    return false;
  });
}
