import {readFileSync, readdirSync} from 'node:fs';
import {join} from 'node:path';

/** What the documents hold that can be tried. */

export const ROOT = join(import.meta.dirname, '../..');

/** Every document for people, by its path in the repository. */
export const DOCUMENTS: readonly string[] = [
  ...readdirSync(ROOT).filter(name => name.endsWith('.md')),
  ...readdirSync(join(ROOT, 'docs'))
    .filter(name => name.endsWith('.md'))
    .map(name => `docs/${name}`),
];

export type Block = Readonly<{language: string; text: string; line: number; above: string}>;

/** The fenced blocks of a document, with the line of text above each. */
export function blocksOf(document: string): readonly Block[] {
  const blocks: Block[] = [];
  let above = '';
  let open: {language: string; line: number; lines: string[]} | undefined;
  for (const [index, line] of textOf(document).split('\n').entries()) {
    const fence = /^\s*```\s*(.*)$/.exec(line);
    if (fence && open) {
      blocks.push({language: open.language, line: open.line, text: open.lines.join('\n'), above});
      open = undefined;
    } else if (fence) open = {language: fence[1] ?? '', line: index + 2, lines: []};
    else if (open) open.lines.push(line);
    else if (line.trim() !== '') above = line;
  }
  return blocks;
}

/** A block of shell, line by line; of a crontab what follows the times. */
export function commandsIn({language, text}: Block): readonly string[] {
  if (language === 'crontab') return text.split('\n').map(line => line.split(' ').slice(5).join(' '));
  return text.split('\n').filter(Boolean);
}

/** What stands in backticks within the text, blocks aside. */
export function inlineCodeOf(document: string): readonly string[] {
  const prose = textOf(document).replaceAll(/^\s*```[^]*?^\s*```/gm, '');
  return [...prose.matchAll(/`([^`]+)`/g)].map(([, code = '']) =>
    code.replaceAll(/\s+/g, ' ').replaceAll('\\|', '|'),
  );
}

/** The targets of its links and pictures. */
export function linksOf(document: string): readonly string[] {
  const prose = textOf(document)
    .replaceAll(/^\s*```[^]*?^\s*```/gm, '')
    .replaceAll(/`[^`]*`/g, '');
  return [...prose.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target);
}

/** The anchors of its headings, as forges make them. */
export function anchorsOf(document: string): readonly string[] {
  return [...textOf(document).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} -]/gu, '')
      .replaceAll(' ', '-'),
  );
}

export function textOf(document: string): string {
  return readFileSync(join(ROOT, document), 'utf8');
}
