import {withAlerts} from './admonitions.ts';
import {UNKNOWN} from './context.ts';
import type {Writing} from './context.ts';
import {withShownMarks} from './escapes.ts';
import {withoutMarks} from './marks.ts';
import {isMdx, withoutJsx, withoutJsxIndent} from './mdx.ts';
import {outsideOfCode, segmentsOf, withCaptions} from './segments.ts';
import {withoutTemplates} from './templates.ts';
import {withoutWiki} from './wiki.ts';

/** Signs of what is taken out. Most Markdown has none of them and is returned as it is. */
const NOISE =
  /\{[%{:#./]|^ {0,3}:{3,}|^(?:!!!|\?\?\?|===)|^(?:im|ex)port\s|<\/?[A-Z]|\[toc\]|\[\[|%%|::|==|[ \t]\^[A-Za-z\d-]+[ \t]*$|[{|](?:filename|static|attach)[}|]|\]\(@|\]\(\/\S+\.mdx?|^ {0,3}(?:`{3,}|~{3,}).*(?:title=|\[)/imu;

export function hasNoise(markdown: string): boolean {
  return NOISE.test(markdown);
}

/** Markdown as its generator would have written it. Code is left alone, and no words are lost. */
export function repairedMarkdown(markdown: string, writing: Writing = UNKNOWN): string {
  if (!hasNoise(markdown)) return markdown;
  const {dialect} = writing;
  const shown = withShownMarks(markdown, dialect);
  const isProgram = dialect.components && isMdx(shown.text);
  const whole = isProgram ? withoutJsxIndent(shown.text) : shown.text;
  return shown.restore(
    segmentsOf(dialect.containers ? withAlerts(whole) : whole, dialect)
      .map(({isCode, text}) =>
        isCode
          ? withCaptions(text)
          : outsideOfCode(text, part =>
              withoutMarks(
                withoutTemplates(withoutWiki(isProgram ? withoutJsx(part) : part, writing), writing),
              ),
            ),
      )
      .join(''),
  );
}
