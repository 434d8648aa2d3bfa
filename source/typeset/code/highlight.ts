import * as languages from '@speed-highlight/core/languages/index.js';
import {tokenizeWith} from '@speed-highlight/core/tokenize';
import type {ShjLanguageData, ShjToken} from '@speed-highlight/core/tokenize';
import type {Role} from '../../domain/theme/theme.ts';
import type {Run} from '../text/flow.ts';
import {look, TEXT} from '../text/look.ts';
import {ALIASES} from './aliases.ts';

/** More than this is shown plain: nobody reads it for its colours, and every expression has a worst case. */
const LONGEST = 20_000;
const LONGEST_LINE = 600;

const known = languages as unknown as Readonly<Record<string, ShjLanguageData>>;

/** The looks of a piece of code; plain where its language is not known. */
export function highlight(code: string, language: string): readonly Run[] {
  const plain: Run[] = [{from: 0, to: code.length, look: TEXT}];
  const grammar = known[ALIASES.get(language) ?? language];
  if (!grammar || code.length > LONGEST || longestLine(code) > LONGEST_LINE) return plain;
  const runs: Run[] = [];
  let from = 0;
  tokenizeWith(
    code,
    grammar,
    (text, token) => {
      if (text === '') return;
      runs.push({from, to: from + text.length, look: token ? LOOKS[token] : TEXT});
      from += text.length;
    },
    {languages: known},
  );
  return from === code.length ? runs : plain;
}

function longestLine(code: string): number {
  let longest = 0;
  for (const line of code.split('\n')) longest = Math.max(longest, line.length);
  return longest;
}

const ROLES: Readonly<Record<ShjToken, Role | undefined>> = {
  deleted: 'codeDeleted',
  insert: 'codeInserted',
  err: 'error',
  var: undefined,
  section: 'codeKeyword',
  kwd: 'codeKeyword',
  class: 'codeType',
  type: 'codeType',
  cmnt: 'codeComment',
  func: 'codeFunction',
  bool: 'codeNumber',
  num: 'codeNumber',
  oper: undefined,
  str: 'codeString',
  esc: 'codeString',
};

const LOOKS = Object.fromEntries(
  Object.entries(ROLES).map(([token, role]) => [token, role ? look(role) : TEXT]),
) as Readonly<Record<ShjToken, Run['look']>>;
