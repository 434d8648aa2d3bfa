import {describe, expect, test} from 'vitest';
import type {PageStyle} from '../../../source/domain/page/page.ts';
import {themeNamed} from '../../../source/domain/theme/themes.ts';
import {sgrOf} from '../../../source/domain/text/sgr.ts';
import {linesOf, setBody} from '../../helpers/set-page.ts';

const paint = (markdown: string, style: Partial<PageStyle>): string =>
  linesOf(setBody(markdown, style)).join('\n');

describe('colours', () => {
  test('come as exactly as the terminal has them', () => {
    const style = {color: '#ff8800', bold: true};
    expect(sgrOf(style, 3)).toEqual({open: '\u001b[1m\u001b[38;2;255;136;0m', close: '\u001b[39m\u001b[22m'});
    expect(sgrOf(style, 2).open).toMatch(/^\u001b\[1m\u001b\[38;5;\d+m$/);
    expect(sgrOf(style, 1).open).toMatch(/^\u001b\[1m\u001b\[(?:3|9)\dm$/);
    expect(sgrOf(style, 0)).toEqual({open: '\u001b[1m', close: '\u001b[22m'});
  });

  test('of the palette go by their names', () => {
    expect(sgrOf({color: 'cyan', background: 'blueBright'}, 1).open).toBe('\u001b[36m\u001b[104m');
    expect(sgrOf({color: 'no-such-colour'}, 3)).toEqual({open: '', close: ''});
  });

  test('that are missing leave a badge to be told by reversing it', () => {
    expect(sgrOf({color: '#000000', background: '#ffffff'}, 0)).toEqual({
      open: '\u001b[7m',
      close: '\u001b[27m',
    });
  });

  test('are not needed: without them weight and underline stay, and with the plain theme nothing does', () => {
    expect(paint('**bold** [link](https://example.com/)', {theme: themeNamed('monochrome')})).toBe(
      '\u001b[1mbold\u001b[22m \u001b[4mlink\u001b[24m\u001b[2m¹\u001b[22m',
    );
    expect(paint('**bold**', {})).toBe('bold');
  });
});

const shown = (href: string): string => paint(`[x](${href})`, {hyperlinks: true});

describe('hyperlinks', () => {
  test('lead to the normalised address', () => {
    expect(shown('https://EXAMPLE.com/a+b?c=ä')).toContain(
      '\u001b]8;;https://example.com/a+b?c=%C3%A4\u001b\\x\u001b]8;;\u001b\\',
    );
  });

  test.each(['javascript:alert(1)', 'file:///etc/passwd', 'data:text/html,x', 'ftp://example.com/'])(
    'are not made of %s',
    href => {
      expect(shown(href)).toBe('x');
    },
  );

  test('have no mail program send a file', () => {
    expect(shown('mailto:jo@a.example?attach=/etc/passwd&subject=Hello')).toContain(
      ']8;;mailto:jo@a.example?subject=Hello\u001b',
    );
  });

  test('can not be broken out of by what an address decodes to', () => {
    const line = shown('https://example.com/&#27;]0;title&#7;&#x9c;');
    expect(line.match(/\u001b/g)).toHaveLength(4);
    expect(line).not.toMatch(/[\u0007\u009c]/);
  });
});

test('a panel has its background to the edge, and only where there is one', () => {
  const dark = paint('```\na\n```', {theme: themeNamed('dark'), colors: 3, measure: 10});
  expect(dark).toMatch(/ {7}\u001b\[49m$/);
  expect(paint('```\na\n```', {theme: themeNamed('terminal'), colors: 1, measure: 10})).not.toMatch(
    / \u001b\[49m/,
  );
});
