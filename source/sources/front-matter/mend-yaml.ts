/**
 * YAML that other parsers forgive: a quoted text whose further lines are not indented, and indents by tab.
 * The block is the same where nothing was to mend.
 */
export function mendedYaml(block: string): string {
  let open: string | undefined;
  return block
    .split('\n')
    .map(line => {
      if (open !== undefined) {
        if (closes(line, open)) open = undefined;
        return `  ${line}`;
      }
      const [, quote, start = ''] = /^[\w-]+:[ \t]+(["'])(.*)$/u.exec(line) ?? [];
      if (quote !== undefined && !closes(start, quote)) open = quote;
      return line.replace(/^\t+/u, tabs => '  '.repeat(tabs.length));
    })
    .join('\n');
}

function closes(line: string, quote: string): boolean {
  return quote === '"' ? /^(?:[^"\\]|\\.)*"/u.test(line) : /^(?:[^']|'')*'(?!')/u.test(line);
}
