import type {Options} from '../options/options.ts';
import {createLook} from '../screen/looks.ts';
import type {Finding} from './finding.ts';

const COLORS = ['none', '16', '256', 'true colour'] as const;

/** The abilities of the terminal, as the reader will take them. */
export function examineTerminal(options: Options): readonly Finding[] {
  const area = 'Terminal';
  const {columns, isTTY, rows} = process.stdout;
  const look = createLook(options);
  const {LANG, LC_ALL, TERM = 'unknown', TERM_PROGRAM} = process.env;
  return [
    {area, name: 'kind', state: 'note', message: [TERM, TERM_PROGRAM].filter(Boolean).join(', ')},
    isTTY
      ? sizeOf(columns, rows)
      : {
          area,
          name: 'size',
          state: 'note',
          message: 'standard output is no terminal; the reader opens in one only',
        },
    {
      area,
      name: 'colours',
      state: 'good',
      message: COLORS[look.colors] + (process.env['NO_COLOR'] ? ' (NO_COLOR is set)' : ''),
    },
    {area, name: 'pictures', state: 'good', message: picturesOf(look)},
    {area, name: 'hyperlinks', state: 'good', message: look.hyperlinks ? 'yes' : 'no; links are numbered'},
    look.isAscii
      ? {
          area,
          name: 'characters',
          state: 'warning',
          message: `ASCII only (locale ${LC_ALL || LANG || 'not set'})`,
          advice: 'Set LANG to a UTF-8 locale, or the setting "glyphs" to unicode.',
        }
      : {area, name: 'characters', state: 'good', message: `Unicode (locale ${LC_ALL || LANG || 'not set'})`},
  ];
}

const INLINE = {kitty: "kitty's graphics protocol", blocks: 'half blocks'} as const;

const ALONE = {...INLINE, iterm: "iTerm2's inline images", sixel: 'sixel'} as const;

function picturesOf({pictures}: ReturnType<typeof createLook>): string {
  if (!pictures) return 'no; that needs colours and block characters';
  const {inline, alone} = pictures;
  if (alone === 'blocks') return 'half blocks; sixel for one alone, if the terminal says that it has it';
  return inline === alone
    ? INLINE[inline]
    : `${INLINE[inline]} in the text, ${ALONE[alone]} alone on the screen`;
}

function sizeOf(columns: number, rows: number): Finding {
  const about = {area: 'Terminal', name: 'size', message: `${columns} by ${rows} cells`};
  return columns >= 40 && rows >= 12
    ? {...about, state: 'good'}
    : {...about, state: 'warning', advice: 'Make the window larger: the reader wants 40 by 12 or more.'};
}
