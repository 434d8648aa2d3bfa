import {COMMANDS, LETTERS, SPACES} from './commands.ts';
import {subscript, superscript} from '../text/small-letters.ts';

/**
 * A formula of TeX in Unicode, on one line; undefined where it has something that can't be said so.
 * `\frac{a}{b}` becomes a/b, raised and lowered letters Unicode's own where they exist, else ^(…) and _(…).
 */
export function unicodeMathematics(tex: string): string | undefined {
  if (tex.length > 2000) return undefined;
  const reader = {source: tex.trim(), at: 0, depth: 0};
  const result = group(reader, '');
  return result === undefined || reader.at < reader.source.length
    ? undefined
    : result.replaceAll(/ {2,}/g, ' ').trim();
}

type Source = {source: string; at: number; depth: number};

/** Reads on to a closing sign (or the end) and past it. */
function group(reader: Source, close: string): string | undefined {
  let result = '';
  if (++reader.depth > 40) return undefined;
  while (reader.at < reader.source.length) {
    if (close !== '' && reader.source.startsWith(close, reader.at)) {
      reader.at += close.length;
      reader.depth--;
      return result;
    }
    const part = atom(reader);
    if (part === undefined) return undefined;
    result += part;
  }
  reader.depth--;
  return close === '' ? result : undefined;
}

function atom(reader: Source): string | undefined {
  const sign = reader.source.charAt(reader.at);
  if (sign === '\\') return command(reader);
  reader.at++;
  switch (sign) {
    case '{': {
      return group(reader, '}');
    }
    case '}':
    case '&': {
      return sign === '&' ? ' ' : undefined;
    }
    case '^':
    case '_': {
      return script(reader, sign);
    }
    case '\n': {
      return ' ';
    }
    case '-': {
      return '−';
    }
    case '<':
    case '>':
    case '=': {
      return ` ${sign} `;
    }
    case "'": {
      return '′';
    }
    default: {
      return sign === '~' ? ' ' : sign;
    }
  }
}

/** The argument of a sign or command: a group, a command, or one character. */
function argument(reader: Source): string | undefined {
  while (reader.source.charAt(reader.at) === ' ') reader.at++;
  return reader.at < reader.source.length ? atom(reader) : undefined;
}

function script(reader: Source, sign: '^' | '_'): string | undefined {
  const inner = argument(reader);
  if (inner === undefined) return undefined;
  const bare = inner.replaceAll(' ', '');
  if (sign === '^' && bare === '∘') return '°';
  if (sign === '^' && /^[′*†]+$/.test(bare)) return bare;
  const small = (sign === '^' ? superscript : subscript)(bare);
  return small ?? (Array.from(inner).length === 1 ? sign + inner : `${sign}(${inner})`);
}

function command(reader: Source): string | undefined {
  const match = /\\(?:([A-Za-z]+)\*?|(.))/sy;
  match.lastIndex = reader.at;
  const found = match.exec(reader.source);
  if (!found) return undefined;
  reader.at = match.lastIndex;
  const name = found[1] ?? found[2] ?? '';
  const space = SPACES.get(name);
  if (space !== undefined) return space;
  const sign = COMMANDS.get(name);
  if (sign !== undefined) return sign;
  return withArguments(name, reader);
}

function withArguments(name: string, reader: Source): string | undefined {
  const letters = LETTERS.get(name);
  if (letters) return letters(argument(reader) ?? '');
  switch (name) {
    case 'frac':
    case 'dfrac':
    case 'tfrac': {
      const [above, below] = [argument(reader), argument(reader)];
      return above === undefined || below === undefined
        ? undefined
        : `${isSum(above) ? enclosed(above) : above.trim()}/${enclosed(below)}`;
    }
    case 'binom': {
      const [above, below] = [argument(reader), argument(reader)];
      return above === undefined || below === undefined ? undefined : `C(${above}, ${below})`;
    }
    case 'sqrt': {
      const degree = reader.source.charAt(reader.at) === '[' ? ((reader.at += 1), group(reader, ']')) : '';
      const inner = argument(reader);
      if (inner === undefined || degree === undefined) return undefined;
      return `${degree === '' ? '' : (superscript(degree) ?? '')}√${enclosed(inner)}`;
    }
    case 'left':
    case 'right':
    case 'big':
    case 'Big':
    case 'bigl':
    case 'bigr': {
      const delimiter = argument(reader);
      return delimiter === '.' ? '' : delimiter;
    }
    default: {
      return undefined;
    }
  }
}

/** True if an operator stands between two terms outside of brackets. */
function isSum(text: string): boolean {
  return /[-+−±=<>,∑∏∫]/u.test(text.trim().replaceAll(/\([^()]*\)/g, ''));
}

/** Brackets around more than one letter or number. */
function enclosed(text: string): string {
  const bare = text.trim();
  return /^(?:[\p{L}\p{N}.]+|.)[⁰-₟′²³¹]*$/u.test(bare) || /^\([^()]*\)$/.test(bare) ? bare : `(${bare})`;
}
