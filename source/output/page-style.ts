import type {PageStyle} from '../domain/page/page.ts';
import {PLAIN} from '../domain/theme/themes.ts';
import {createLook} from '../screen/looks.ts';
import {openTheme} from '../options/theme-file.ts';
import type {Context} from '../runtime/context.ts';

/** The style of a page that is printed: by flags and settings, and by what the terminal can do. */
export function pageStyle(
  {options, output}: Pick<Context, 'options' | 'output'>,
  {isStyled, width}: {isStyled: boolean; width: number | undefined},
): PageStyle {
  const look = createLook(options);
  const measure = width ?? Math.min(options.measure, output.columns ?? options.measure);
  const shared = {measure, now: Date.now(), ...(options.locale !== undefined && {locale: options.locale})};
  if (options.screenReader)
    return {
      ...shared,
      theme: PLAIN,
      colors: 0,
      hyperlinks: false,
      ascii: true,
      breaking: 'greedy',
      spoken: true,
      ...(options.speech.indent === 'numbers' && {spokenIndent: 'numbers'}),
    };
  const colors = isStyled && options.color !== 'never' ? Math.max(look.colors, depthSaid()) : 0;
  return {
    ...shared,
    theme: openTheme(colors === 0 ? 'monochrome' : options.theme),
    colors: colors as PageStyle['colors'],
    hyperlinks: isStyled && look.hyperlinks,
    ascii: look.isAscii,
    breaking: options.breaking,
    // A pipe gets text in stored order: its reader reorders it.
    ...(output.columns !== undefined && isStyled && {bidi: look.bidi}),
  };
}

/**
 * In a pipe nobody can be asked, so the environment's word counts: 16 colours at least, since colour was
 * asked for.
 */
function depthSaid(): number {
  const {WriteStream} = process.getBuiltinModule('node:tty');
  const bits = WriteStream.prototype.getColorDepth(process.env);
  return bits >= 24 ? 3 : bits >= 8 ? 2 : 1;
}
