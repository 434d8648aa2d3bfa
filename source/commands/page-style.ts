import type {PageStyle} from '../domain/page.ts';
import {ROLES, type Theme} from '../domain/theme.ts';
import type {Surroundings} from './context.ts';

/** How a page is set when it is printed: by flags and settings, and by what the terminal can do. */
export function pageStyle({options, output}: Pick<Surroundings, 'options' | 'output'>, {isStyled, width}: {isStyled: boolean; width: number | undefined}): PageStyle {
  const {color, hyperlinks} = options;
  const isColored = isStyled && (color === 'always' || (color === 'auto' && output.isTerminal));
  return {
    measure: width ?? Math.min(options.measure, output.columns ?? options.measure),
    theme: PLAIN,
    colors: isColored ? 3 : 0,
    hyperlinks: isStyled && hyperlinks === 'always',
    ascii: options.glyphs === 'ascii',
    breaking: options.breaking,
    now: Date.now(),
    ...(options.locale !== undefined && {locale: options.locale}),
  };
}

const PLAIN = {name: 'plain', styles: Object.fromEntries(ROLES.map(role => [role, {}]))} as unknown as Theme;
