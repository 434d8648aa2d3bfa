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

function withoutTags(line: string): string {
  if (!/\{%|\{\{/.test(line)) return line;
  return line
    .replaceAll(/\]\(\{\{([^{}]{0,500})\}\}(?=(.?))/g, (_, expression: string, next: string) => {
      const path = /["']([^"'\s<>]*)["']/.exec(expression)?.[1] ?? '';
      return path === '' && /[\s)]/.test(next) ? '](<>' : `](${path}`;
    })
    .replaceAll(/(`+)(?!`).*?(?<!`)\1(?!`)|\{%.{0,2000}?%\}|\{\{[<%].{0,2000}?[>%]\}\}/g, found =>
      found.startsWith('`') ? found : '',
    );
}
