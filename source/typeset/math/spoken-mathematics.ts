import {ACCENTS, ALPHABETS, ITEMS, SILENT, WORDS} from './spoken-words.ts';

/**
 * A formula of TeX in words: `\frac{a}{b}` is "a over b", `x^2` "x squared". What has no words of its own is
 * said by its name, so nothing is left out.
 */
export function spokenMathematics(tex: string): string {
  const reader: Reader = {source: tex.slice(0, LONGEST), at: 0, depth: 0};
  const parts: string[] = [];
  // A closing sign that nothing opened ends a sequence, but not the formula.
  while (reader.at < reader.source.length) {
    parts.push(sequence(reader));
    reader.at++;
  }
  return parts.join(' ').replaceAll(/\s+/g, ' ').replaceAll(' ,', ',').trim();
}

type Reader = {readonly source: string; at: number; depth: number};

const LONGEST = 2000;
const DEEPEST = 40;

/** Reads on to the sign that closes, without taking it. */
function sequence(reader: Reader, close = '}'): string {
  const parts: string[] = [];
  reader.depth++;
  while (reader.at < reader.source.length && reader.source[reader.at] !== close) parts.push(scripted(reader));
  reader.depth--;
  return parts.filter(part => part !== '').join(' ');
}

/** A term with what is lowered and raised behind it. */
function scripted(reader: Reader): string {
  const sign = reader.source[reader.at];
  let said = sign === '^' || sign === '_' ? '' : term(reader);
  const isLarge = /^the (?:sum|product|integral|limit)/.test(said);
  for (;;) {
    skipSpace(reader);
    const script = reader.source[reader.at];
    if (script !== '^' && script !== '_') return isLarge && / (?:from|as) /.test(said) ? `${said} of` : said;
    reader.at++;
    const inner = argument(reader);
    said = `${said} ${scriptWords(script, inner, isLarge, said)}`.trim();
  }
}

function scriptWords(script: '^' | '_', inner: string, isLarge: boolean, of: string): string {
  if (of === 'the limit') return `as ${inner}`;
  if (isLarge) return script === '_' ? `from ${inner}` : `to ${inner}`;
  if (script === '_') return inner.includes(' ') ? `sub ${inner}, end of sub` : `sub ${inner}`;
  if (inner === '2') return 'squared';
  if (inner === '3') return 'cubed';
  if (inner === 'composed with') return 'degrees';
  if (inner === 'prime' || inner === 'asterisk') return inner;
  return inner.includes(' ') ? `to the power ${inner}, end of power` : `to the power ${inner}`;
}

function term(reader: Reader): string {
  const sign = String.fromCodePoint(reader.source.codePointAt(reader.at) ?? 32);
  if (sign === '\\') return command(reader);
  const number = /^\d+(?:[.,]\d+)*/.exec(reader.source.slice(reader.at, reader.at + 40))?.[0];
  if (number !== undefined) {
    reader.at += number.length;
    return number;
  }
  reader.at += sign.length;
  if (sign === '{') return group(reader, '}');
  if (/[\s~]/.test(sign)) return '';
  if (sign === '&') return ',';
  if (/\p{Lu}/u.test(sign)) return `capital ${sign}`;
  return WORDS.get(sign) ?? sign;
}

function group(reader: Reader, close: string): string {
  if (reader.depth > DEEPEST) return '';
  const inner = sequence(reader, close);
  reader.at++;
  return inner;
}

/** The argument of a sign or command: a group, a command, or one character. */
function argument(reader: Reader): string {
  skipSpace(reader);
  if (reader.at >= reader.source.length || reader.source[reader.at] === '}') return '';
  // Behind a script one digit is the argument: x^10 is x to the 1, and then 0.
  if (/\d/.test(reader.source.charAt(reader.at))) return reader.source.charAt(reader.at++);
  return term(reader);
}

function skipSpace(reader: Reader): void {
  while (/\s/.test(reader.source.charAt(reader.at))) reader.at++;
}

function command(reader: Reader): string {
  const match = /\\(?:([A-Za-z]+)\*?|([^]?))/y;
  match.lastIndex = reader.at;
  const found = match.exec(reader.source);
  reader.at = match.lastIndex;
  const name = found?.[1] ?? found?.[2] ?? '';
  if (SILENT.has(name)) return '';
  const item = ITEMS.get(name);
  if (item !== undefined) return item;
  if (ALPHABETS.has(name)) return letters(reader);
  const accent = ACCENTS.get(name);
  if (accent !== undefined) return `${argument(reader)} ${accent}`;
  return withArguments(name, reader) ?? WORDS.get(name) ?? plainName(name);
}

/** Words in a formula are words, not letters one by one. */
function letters(reader: Reader): string {
  skipSpace(reader);
  const text = /^\{([^{}\\]*)\}/.exec(reader.source.slice(reader.at));
  if (!text) return argument(reader);
  reader.at += text[0].length;
  return text[1]?.trim() ?? '';
}

function withArguments(name: string, reader: Reader): string | undefined {
  switch (name) {
    case 'frac':
    case 'dfrac':
    case 'tfrac': {
      const [above, below] = [argument(reader), argument(reader)];
      const isLong = above.includes(' ') || below.includes(' ');
      return isLong ? `the fraction ${above}, over ${below}, end of fraction` : `${above} over ${below}`;
    }
    case 'binom':
      return `${argument(reader)} choose ${argument(reader)}`;
    case 'sqrt': {
      const degree = reader.source[reader.at] === '[' ? (reader.at++, group(reader, ']')) : '';
      const inner = argument(reader);
      const root = degree === '' ? 'the square root' : degree === '3' ? 'the cube root' : `root ${degree}`;
      return `${root} of ${inner}${inner.includes(' ') ? ', end of root' : ''}`;
    }
    case 'begin':
    case 'end': {
      const environment = letters(reader);
      return /matrix|cases|array/.test(environment)
        ? `, ${name} ${environment.replace(/^[pbBvV]/, '')},`
        : '';
    }
    default:
      return undefined;
  }
}

/** "alpha", "capital Gamma", "epsilon" of `varepsilon`. */
function plainName(name: string): string {
  const bare = name.replace(/^var(?=[a-z]{2})/, '');
  return /^\p{Lu}/u.test(bare) ? `capital ${bare}` : (WORDS.get(bare) ?? bare);
}
