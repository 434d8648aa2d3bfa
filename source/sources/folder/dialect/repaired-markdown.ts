import {withAlerts} from './admonitions.ts';
import {withoutMarks} from './marks.ts';
import {isMdx, withoutJsx, withoutJsxIndent} from './mdx.ts';
import {outsideOfCode, segmentsOf} from './segments.ts';
import {withoutTemplates} from './templates.ts';

/** Signs of what is taken out. Most Markdown has none of them and is returned as it is. */
const NOISE = /\{[%{:#./]|^ {0,3}:{3,}|^(?:!!!|\?\?\?)|^(?:im|ex)port\s|<\/?[A-Z]|\[toc\]|\[\[_?toc/imu;

export function hasNoise(markdown: string): boolean {
  return NOISE.test(markdown);
}

/** Markdown without what its generator would have taken out or replaced. Code is left alone, and no words are lost. */
export function repairedMarkdown(markdown: string): string {
  if (!hasNoise(markdown)) return markdown;
  const isProgram = isMdx(markdown);
  const whole = withAlerts(isProgram ? withoutJsxIndent(markdown) : markdown);
  return segmentsOf(whole)
    .map(({isCode, text}) =>
      isCode
        ? text
        : outsideOfCode(text, part => withoutMarks(withoutTemplates(isProgram ? withoutJsx(part) : part))),
    )
    .join('');
}
