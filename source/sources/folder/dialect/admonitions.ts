import {kindOf} from '../../../html/read/callout.ts';

const COLONS = /^( {0,3})(:{3,})[ \t]*(?:\{?\.?([\w-]+)\}?)?(?:\[([^\]\n]{0,300})\])?[ \t]*([^\n]*?)[ \t]*$/u;
const MARKS = /^(?:!!!|\?\?\?\+?)[ \t]+"?([\w-]+)"?(?:[ \t]+[\w-]+)*(?:[ \t]+"([^"\n]{0,300})")?[ \t]*$/u;
const TAB = /^===[!+]?[ \t]+"([^"\n]{1,300})"[ \t]*$/u;

/**
 * Remarks as documentation sites write them, `:::note` and `!!! note`, as GitHub's alerts; other containers
 * of such marks as what is in them.
 */
export function withAlerts(markdown: string): string {
  return /^ {0,3}:{3,}/mu.test(markdown) || INDENTED.test(markdown) ? indented(fenced(markdown)) : markdown;
}

const DEEPEST = 8;
const INDENTED = /^(?:!!!|\?\?\?|===[!+]?[ \t]+")/mu;

/** `:::note Title` to the `:::` that closes it. */
function fenced(markdown: string): string {
  const result: string[] = [];
  const open: {colons: number; prefix: string}[] = [];
  const lines = markdown.split('\n');
  let fence: string | undefined;
  let closings = closingsIn(lines);
  for (const line of lines) {
    const prefix = open.map(container => container.prefix).join('');
    const mark = /^[ \t]*(`{3,}|~{3,})/u.exec(line)?.[1];
    if (mark !== undefined && (fence === undefined || mark.startsWith(fence)))
      fence = fence === undefined ? mark : undefined;
    const [, , colons = '', name, own, rest = ''] = (fence === undefined && COLONS.exec(line)) || [];
    if (colons === '') result.push(prefix + line);
    else if (name === undefined && own === undefined && rest === '') {
      closings--;
      if (open.pop()) result.push(open.map(container => container.prefix).join(''));
      else result.push(line);
    } else if (name !== undefined && open.length < Math.min(closings, DEEPEST)) {
      const container = containerOf(name, own ?? rest, colons.length);
      result.push(prefix, ...container.opening.map(opening => prefix + opening));
      open.push(container);
    } else result.push(prefix + line);
  }
  return result.join('\n');
}

/** Marks that close a container; a container that nothing closes is none. */
function closingsIn(lines: readonly string[]): number {
  let count = 0;
  let fence: string | undefined;
  for (const line of lines) {
    const mark = /^[ \t]*(`{3,}|~{3,})/u.exec(line)?.[1];
    if (mark !== undefined && (fence === undefined || mark.startsWith(fence)))
      fence = fence === undefined ? mark : undefined;
    else if (fence === undefined && /^ {0,3}:{3,}[ \t]*$/u.test(line)) count++;
  }
  return count;
}

function containerOf(
  name: string,
  title: string,
  colons: number,
): {colons: number; prefix: string; opening: readonly string[]} {
  const kind = kindOf(name);
  const bare = title.replace(/^\{[^}]*\}$/u, '').replace(/^["'](.*)["']$/u, '$1');
  const heading = bare === '' || (kind && kindOf(bare)) ? [] : [`**${bare}**`, ''];
  if (!kind) return {colons, prefix: '', opening: heading};
  return {colons, prefix: '> ', opening: [`> [!${kind}]`, ...heading.map(line => `> ${line}`)]};
}

/** `!!! note "Title"` and the lines below it that are indented. */
function indented(markdown: string): string {
  if (!INDENTED.test(markdown)) return markdown;
  const result: string[] = [];
  let prefix: string | undefined;
  for (const line of markdown.split('\n')) {
    const [, name, title = ''] = MARKS.exec(line) ?? [];
    const tab = TAB.exec(line)?.[1];
    if (tab !== undefined) {
      result.push('', `**${tab}**`, '');
      prefix = '';
    } else if (name !== undefined) {
      const kind = kindOf(name) ?? 'NOTE';
      result.push('', `> [!${kind}]`, ...(title === '' || kindOf(title) ? [] : [`> **${title}**`, '>']));
      prefix = '> ';
    } else if (prefix !== undefined && /^(?: {4}|\t)/u.test(line))
      result.push(prefix + line.replace(/^(?: {4}|\t)/u, ''));
    else if (prefix !== undefined && line.trim() === '') result.push(prefix.trim());
    else {
      if (prefix !== undefined) result.push('');
      prefix = undefined;
      result.push(line);
    }
  }
  return result.join('\n');
}
