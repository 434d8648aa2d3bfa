import fc from 'fast-check';
import {expect, test} from 'vitest';
import {repairedMarkdown} from '../../../source/sources/folder/dialect/repaired-markdown.ts';
import {bodyToMarkdown} from '../../../source/sources/text/body-to-markdown.ts';

const markdown = (content: string) => repairedMarkdown(content);
const lines = (content: string) =>
  markdown(content)
    .split('\n')
    .map(line => line.trim())
    .filter(Boolean);

test('strips a head from Markdown that comes with one', () => {
  expect(bodyToMarkdown({format: 'markdown', content: '---\ntitle: x\n---\nText'})).toBe('Text');
});

test('takes the program out of MDX and keeps what stands in components', () => {
  const source =
    "import X from './x'\nexport const meta = {\n  a: 1,\n}\n\n# Title {/*id*/}\n\n<Intro kind={() => 1 > 0}>\n\nText with `<Code />`.\n\n</Intro>\n\n<Tabs>\n  <Tab>\n\n    Indented\n\n  </Tab>\n</Tabs>\n\n```js\nimport y from 'y';\n<Kept />\n```";
  expect(lines(source)).toEqual([
    '# Title',
    'Text with `<Code />`.',
    'Indented',
    '```js',
    "import y from 'y';",
    '<Kept />',
    '```',
  ]);
  expect(markdown(source)).toContain('\nIndented\n');
});

test('leaves prose alone that only looks like JSX', () => {
  const prose = 'proposals < Stage 4, a Vec of x, and 1 < 2 > 0.\n\nimport taxes rose; export fell.';
  expect(markdown(prose)).toBe(prose);
});

test.each([
  ['[text]({% post_url 2024-05-06-x %}) on', 'text on'],
  ["[text]({{ '/about/' | relative_url }})", '[text](/about/)'],
  ['![alt]({{ site.baseurl }}/a.png)', '![alt](/a.png)'],
  ['a {% if x %}b{% endif %} c {{ page.title }}d', 'a b c […]d'],
  ['{% comment %}no{% endcomment %}yes', 'yes'],
  ['{% image "a/b.jpg" "What it shows" %}', '![What it shows](<a/b.jpg>)'],
  ['{{< figure src="a.png" alt="A" caption="Below" >}}', '![A](<a.png>)\n\n*Below*'],
  ['the {{< tooltip text="pods" id="pod" >}} run', 'the pods run'],
  ['{{< youtube abcdefgh >}}', '[Video on YouTube](https://www.youtube.com/watch?v=abcdefgh)'],
  ['{{</* shown */>}}', '{{< shown >}}'],
  ['`{{ code }}` and {{ nothing_known }}', '`{{ code }}` and {{ nothing_known }}'],
  ['## Heading {#id}', '## Heading'],
  ['Text\n{: .class}', 'Text\n'],
])('takes out what templates leave: %s', (source, result) => {
  expect(markdown(source)).toBe(result);
});

test('makes fences of the blocks of code that templates write', () => {
  expect(markdown('{% highlight ruby %}\nputs "{{ x }}"\n{% endhighlight %}')).toBe(
    '```ruby\nputs "{{ x }}"\n```',
  );
  expect(markdown('Text\n\n    {{ indented }}\n')).toBe('Text\n\n    {{ indented }}\n');
});

test('leads a link nowhere whose address only a template knows', () => {
  expect(
    markdown('A [post][one] of [us][two].\n\n[one]: {% post_url 2020-01-01-a %}\n[two]: {{ "/us/" | url }}'),
  ).toBe('A [post][one] of [us][two].\n\n[one]: <>\n[two]: </us/>');
});

test('makes alerts of the remarks of documentation sites', () => {
  expect(lines(':::tip[Mine]\n\nBody\n\n```\n:::\n```\n\n:::\n\nAfter')).toEqual([
    '> [!TIP]',
    '> **Mine**',
    '>',
    '>',
    '> Body',
    '>',
    '> ```',
    '> :::',
    '> ```',
    '>',
    'After',
  ]);
  expect(lines('!!! warning "Look"\n    Body\n\nAfter')).toEqual([
    '> [!WARNING]',
    '> **Look**',
    '>',
    '> Body',
    '>',
    'After',
  ]);
  expect(markdown(':::note\nnever closed')).toBe(':::note\nnever closed');
});

test('shows plain text as it stands', () => {
  expect(
    bodyToMarkdown({
      format: 'text',
      content:
        'Title\n=====\n\nA *star*, a_b and https://x.example/a_b\n\n- one\n- two\n\nshort\nlines\n\n# no heading\n\n1) item',
    }),
  ).toBe(
    '## Title\n\nA \\*star\\*, a\\_b and <https://x.example/a_b>\n\n- one\n- two\n\nshort\\\nlines\n\n\\# no heading\n\n1) item',
  );
});

test('changes nothing in Markdown that has none of it', () => {
  const plain = fc.array(
    fc.constantFrom(
      '# Title',
      '- item',
      'Some *text* with `code`.',
      '',
      '> quote',
      '| a | b |',
      '[l](u)',
      '<b>x</b>',
      '    code',
      '```',
      '1. one',
      '$5 {x}',
    ),
    {maxLength: 12},
  );
  fc.assert(
    fc.property(plain, parts => {
      const content = `Start\n\n${parts.join('\n')}`;
      expect(markdown(content)).toBe(content);
    }),
    {numRuns: 200},
  );
});
