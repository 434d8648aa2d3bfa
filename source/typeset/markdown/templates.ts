/**
 * What site generators leave in Markdown for themselves: `{% include … %}`, `{{< figure … >}}`. Blocks of code written
 * so become fences; the rest says nothing to a reader. Code stays as it is.
 */
export function withoutTemplates(markdown: string): string {
  if (!/\{%|\{\{[<%]|\]\(\{\{/.test(markdown)) return markdown;
  let fence = '';
  return markdown
    .split('\n')
    .map(line => {
      const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1] ?? '';
      if (fence !== '') {
        if (mark.startsWith(fence)) fence = '';
        return line;
      }
      fence = mark;
      if (mark !== '' || /^(?: {4}|\t)/.test(line)) return line;
      const opening = /^\s*\{%-?\s*(?:highlight|codeblock)\s+([\w+#-]+)[^%]*%\}\s*$/.exec(line);
      if (opening) return `\`\`\`${opening[1] ?? ''}`;
      return /^\s*\{%-?\s*end(?:highlight|codeblock)\s*-?%\}\s*$/.test(line) ? '```' : withoutTags(line);
    })
    .join('\n');
}

/** A definition of a link whose address only the generator knows: `[label]: {% post_url … %}`. */
const DEFINITION = /^( {0,3}\[[^\]\n]{1,500}\]:)[ \t]*(?:\{%.{0,2000}%\}|\{\{(.{0,2000})\}\})[ \t]*$/;

/** Such a definition as Markdown that says the same: with the path that it is made of, or to nowhere. */
export function plainDefinition(line: string): string | undefined {
  const [, label, expression = ''] = DEFINITION.exec(line) ?? [];
  return label === undefined ? undefined : `${label} <${pathIn(expression)}>`;
}

function withoutTags(line: string): string {
  if (!/\{%|\{\{/.test(line)) return line;
  const definition = plainDefinition(line);
  if (definition !== undefined) return definition;
  return line
    .replaceAll(/\]\(\{\{([^{}]{0,500})\}\}(?=(.?))/g, (_, expression: string, next: string) => {
      const path = pathIn(expression);
      return path === '' && /[\s)]/.test(next) ? '](<>' : `](${path}`;
    })
    .replaceAll(/(`+)(?!`).*?(?<!`)\1(?!`)|\{%.{0,2000}?%\}|\{\{[<%].{0,2000}?[>%]\}\}/g, found =>
      found.startsWith('`') ? found : '',
    );
}

/** What stands in quotes in an expression, as a path does. */
function pathIn(expression: string): string {
  return /["']([^"'\s<>]*)["']/.exec(expression)?.[1] ?? '';
}
