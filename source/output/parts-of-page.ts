import type {Page} from '../domain/page/page.ts';

/**
 * One kind of thing on a page, for programs: a line each, but code as it stands, with an empty line between
 * blocks.
 */
export function partOf(part: 'contents' | 'links' | 'code', page: Page): string {
  switch (part) {
    case 'contents':
      return lines(page.headings.map(({level, text}) => `${'  '.repeat(Math.max(0, level - 2))}${text}`));
    case 'links':
      return lines(
        page.links.flatMap(({number, target, text}) =>
          target.kind === 'url' ? [[number ?? '', text.replaceAll(/\s+/g, ' '), target.url].join('\t')] : [],
        ),
      );
    case 'code':
      return page.codes.map(({text}) => `${text.trimEnd()}\n`).join('\n');
  }
}

const lines = (all: readonly string[]): string => all.map(line => `${line}\n`).join('');
