import * as fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {plainText} from '../../../source/domain/text/plain-text.ts';
import {expectLinear} from '../../helpers/work.ts';

const words = (text: string): string => text.replaceAll(/\s+/gu, ' ').trim();
const html = (content: string): string => words(plainText({format: 'html', content}).prose);
const markdown = (content: string): string => words(plainText({format: 'markdown', content}).prose);

describe('HTML', () => {
  test('joins what stands in one word and parts what stands in two blocks', () => {
    expect(html('<p>W<b>or</b>d one</p><p>two<br>three</p><li>four</li>')).toBe('Word one two three four');
  });

  test('leaves out what is never shown', () => {
    expect(
      html('a<script>alert("<b>")</script><style>p{}</style><!-- <p>no</p> --><template>x</template> b'),
    ).toBe('a b');
  });

  test('decodes references once', () => {
    expect(html('caf&eacute; &amp;amp; &#8220;x&#8221; &lt;b&gt;')).toBe('café &amp; “x” <b>');
  });

  test('keeps a comparison that looks like a tag', () => {
    expect(html('if a < b and c <3 then')).toBe('if a < b and c <3 then');
  });

  test('sets code blocks apart, and leaves inline code in the prose', () => {
    const {prose, code} = plainText({
      format: 'html',
      content: '<p>Run <code>ls</code>:</p><pre><code>cat <b>x</b></code></pre><p>end</p>',
    });
    expect(words(prose)).toBe('Run ls: end');
    expect(words(code)).toBe('cat x');
  });
});

const proseOf = (html: string): string =>
  plainText({format: 'html', content: html}).prose.replaceAll(/\s+/g, ' ');

test('a formula is read once, in one piece, without the source that it was made from', () => {
  const mathml =
    '<math><semantics><mrow><mi>π</mi><msup><mi>r</mi><mn>2</mn></msup></mrow><annotation encoding="application/x-tex">\\pi r^2</annotation></semantics></math>';
  const katex = `<span class="katex"><span class="katex-mathml">${mathml}</span><span class="katex-html" aria-hidden="true"><span class="base">π<span>r</span>2</span></span></span>`;
  expect(proseOf(`<p>Area ${katex} done.</p>`).trim()).toBe('Area πr2 done.');
  // Spans alone are all that there is.
  expect(proseOf('<p>Area <span class="katex-html">πr</span>.</p>').trim()).toBe('Area πr.');
});

describe('Markdown', () => {
  test('keeps the text of links and images, not their targets', () => {
    expect(markdown('See [the *guide*](https://x.example/a_(b) "Title") and ![a cat](cat.png).')).toBe(
      'See the guide and a cat.',
    );
  });

  test('drops marks, headings, rules and link definitions, and keeps snake_case', () => {
    expect(
      markdown(
        '# Head\n\n> **bold** `code`\n\n- [x] one\n1. two\n\n---\n\n[a]: https://x.example\nsnake_case',
      ),
    ).toBe('Head bold code x one two snake_case');
  });

  test('of a link by a label that is defined only the words stay', () => {
    expect(
      markdown(
        'The [Interop Initiative][interop] and the [project][read-only\nFCP] meet [today][].\n\n[interop]: https://x.example\n[Read-only FCP]: https://y.example',
      ),
    ).toBe('The Interop Initiative and the project meet today.');
    expect(markdown('grid [x][y]\n\n[z]: https://x.example')).toBe('grid xy');
  });

  test('sets fenced code apart, also where it never closes', () => {
    const {prose, code} = plainText({
      format: 'markdown',
      content: 'a\n\n```js\nlet x;\n```\n\nb\n\n~~~\n```\ny',
    });
    expect(words(prose)).toBe('a b');
    expect(words(code)).toBe('let x; ``` y');
  });
});

describe('works no more than in proportion to its length', () => {
  const marks = [
    '<',
    '<!--',
    '<p ',
    '<script>',
    '](',
    '- - ',
    '&amp;',
    '|-',
    '```\n',
    '\n',
    '<title>x</titl',
  ];
  for (const mark of marks) {
    for (const format of ['html', 'markdown'] as const) {
      test(`${format} of ${JSON.stringify(mark)}`, () => {
        expectLinear(
          count => `${mark.repeat(count)}x`,
          200_000,
          content => plainText({format, content}),
        );
      });
    }
  }
});

test('loses no plain word of a paragraph', () => {
  const word = fc.stringMatching(/^[a-z]{1,8}$/u);
  fc.assert(
    fc.property(fc.array(word, {minLength: 1, maxLength: 20}), list => {
      expect(html(`<div><p>${list.join('</p><p>')}</p></div>`)).toBe(list.join(' '));
    }),
    {numRuns: 50},
  );
});
