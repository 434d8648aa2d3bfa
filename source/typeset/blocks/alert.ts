import type {Token, Tokens} from 'marked';
import type {Role} from '../../domain/theme/theme.ts';
import {decodeText} from '../markdown/plain-words.ts';
import {look, ours} from '../text/look.ts';
import type {Alert, Block} from './block.ts';
import type {Composer} from './composer.ts';

const ROLES: ReadonlyMap<string, Role> = new Map([
  ['note', 'accent'],
  ['info', 'accent'],
  ['abstract', 'accent'],
  ['tip', 'good'],
  ['success', 'good'],
  ['hint', 'good'],
  ['important', 'category'],
  ['question', 'category'],
  ['example', 'category'],
  ['warning', 'warning'],
  ['attention', 'warning'],
  ['caution', 'error'],
  ['danger', 'error'],
  ['bug', 'error'],
]);

const MARKER = /^\[!(\w+)\][+-]?[ \t]*([^\n]*)(?:\n|$)/;

/** `> [!NOTE]`, with words of its own for a title if it has any: a quotation that is none, but a remark. */
export function alertFrom(
  {tokens}: Tokens.Blockquote,
  composer: Composer,
  blocksFrom: (tokens: readonly Token[], composer: Composer) => readonly Block[],
): Block | undefined {
  const [first, ...rest] = tokens;
  if (first?.type !== 'paragraph') return undefined;
  const source = (first as Tokens.Paragraph).text;
  const match = MARKER.exec(source);
  if (!match) return undefined;
  const [, kind = '', own = ''] = match;
  const words = source.slice(match[0].length);
  // A first paragraph that is nothing but strong is what other writings have for a title.
  const strong = own === '' && rest.length > 0 ? /^\*\*([^*\n]+)\*\*\s*$/.exec(words)?.[1] : undefined;
  const alert = alertOf(kind, strong ?? own, composer);
  if (!alert) return undefined;
  const inner = strong === undefined ? composer.blocks(words) : [];
  return {kind: 'quote', alert, blocks: blocksFrom([...inner, ...rest], composer)};
}

/** The title of a remark; undefined for a kind that nobody writes. */
export function alertOf(kind: string, title: string, composer: Composer): Alert | undefined {
  const role = ROLES.get(kind.toLowerCase());
  if (!role) return undefined;
  const own = decodeText(title.trim());
  const name = kind.charAt(0).toUpperCase() + kind.slice(1).toLowerCase();
  return {
    title: own === '' ? composer.text(name, ours(role, 'strong')) : composer.text(own, look(role, 'strong')),
    role,
  };
}
