import fc from 'fast-check';
import {expect, test} from 'vitest';
import {repairedMarkdown} from '../../../source/sources/folder/dialect/repaired-markdown.ts';
import {linksAmong} from '../../../source/sources/folder/links.ts';
import {GENERATORS, PLAIN} from '../../../source/sources/folder/site/generators.ts';

const links = linksAmong(
  ['_posts/2026-01-05-rope.md', 'guide/knots.md', 'rooms/lamp/index.md', 'about.md'],
  path => (path === 'about.md' ? 'About us' : undefined),
);

const VALUES: Readonly<Record<string, string>> = {'site.title': 'Harbour', version: '2.1'};

function written(generator: string, text: string): string {
  const dialect = GENERATORS.find(({name}) => name === generator)?.dialect ?? PLAIN;
  return repairedMarkdown(text, {dialect, links: links('_posts/new.md'), value: name => VALUES[name]}).trim();
}

test.each([
  ['jekyll', 'a {% raw %}{{ x }} and {% y %}{% endraw %} b', 'a {{ x }} and {% y %} b'],
  ['jekyll', '{% raw %}\n```yaml\nrun: ${{ x }}\n```\n{% endraw %}', '```yaml\nrun: ${{ x }}\n```'],
  ['eleventy', 'a {% verbatim %}{{ x }}{% endverbatim %} b', 'a {{ x }} b'],
  ['jekyll', 'write {{ "{{ page.url }}" }} here', 'write {{ page.url }} here'],
  ['jekyll', "write {{ '{% if x %}' }} here", 'write {% if x %} here'],
  ['hugo', 'a {{%/* note */%}} b {{%/* /note */%}}', 'a {{% note %}} b {{% /note %}}'],
  ['hugo', '```\n{{</* x */>}}\n```', '```\n{{< x >}}\n```'],
  ['zola', 'a {%/* quote() */%} b', 'a {% quote() %} b'],
  ['vitepress', '::: v-pre\n{{ x }}\n:::', '{{ x }}'],
  ['vitepress', 'a <span v-pre>{{ x }}</span> b', 'a {{ x }} b'],
  ['docusaurus', "import A from './a'\n\nwrite {'{{ x }}'} here", 'write {{ x }} here'],
])('shows what a writer escapes for %s: %s', (generator, text, result) => {
  expect(written(generator, text)).toBe(result);
});

test.each(['hugo', 'docusaurus', 'obsidian', 'mdbook'])('leaves Liquid alone in %s', generator => {
  const text = 'a {% if x %} b {{ page.title }} c';
  expect(written(generator, text)).toBe(text);
});

test('leaves templates alone where no generator is and no head', () => {
  const text = 'a {% if x %} b {{ page.title }} c {{< figure >}} d';
  expect(written('nobody', text)).toBe(text);
});

test.each([
  ['jekyll', '[r]({% post_url 2026-01-05-rope %})', '[r](2026-01-05-rope.md)'],
  ['jekyll', '[r]({{ site.baseurl }}{% link _posts/2026-01-05-rope.md %})', '[r](2026-01-05-rope.md)'],
  ['jekyll', '[r][1]\n\n[1]: {% post_url 2026-01-05-rope %}', '[r][1]\n\n[1]: <2026-01-05-rope.md>'],
  ['jekyll', '<a href="{% post_url 2026-01-05-rope %}">r</a>', '<a href="2026-01-05-rope.md">r</a>'],
  ['jekyll', 'see [gone]({% post_url 2020-01-01-gone %}) now', 'see gone now'],
  ['hugo', '[k]({{< relref "knots" >}})', '[k](../guide/knots.md)'],
  ['hugo', '[k]({{% ref path="guide/knots.md" %}})', '[k](../guide/knots.md)'],
  ['hugo', '[l]({{< ref "/rooms/lamp#oil" >}})', '[l](../rooms/lamp/index.md#oil)'],
  ['hexo', '{% post_link rope %}', '[Rope](2026-01-05-rope.md)'],
  ['hexo', '{% post_link about %}', '[About us](../about.md)'],
  ['hexo', '[k]({% post_path knots %})', '[k](../guide/knots.md)'],
  [
    'pelican',
    '[k]({filename}/guide/knots.md) and [p]({static}/a.pdf)',
    '[k](../guide/knots.md) and [p](a.pdf)',
  ],
  ['pelican', '[k](|filename|/guide/knots.md)', '[k](../guide/knots.md)'],
  ['docusaurus', '[k](@site/guide/knots.md)', '[k](../guide/knots.md)'],
  ['obsidian', '[[knots|the *knots*]]', '[the *knots*](../guide/knots.md)'],
])('makes links of references between articles in %s: %s', (generator, text, result) => {
  expect(written(generator, text)).toBe(result);
});

test.each([
  ['jekyll', 'The price of {{ site.title }} is {{ page.price }} now.', 'The price of Harbour is […] now.'],
  ['jekyll', 'See {% include price.html %} now.', 'See […] now.'],
  ['jekyll', 'Before.\n\n{% include chapter.md %}\n\nAfter.', 'Before.\n\n[…]\n\nAfter.'],
  ['jekyll', '{% assign x = 1 %}{% if x %}a{% else %}b{% endif %}', 'ab'],
  ['hugo', 'Version {{< param version >}} of {{< param name >}}.', 'Version 2.1 of […].'],
  ['hugo', 'Runs {{< latest >}} here.', 'Runs […] here.'],
  ['vitepress', 'Runs {{ data.version }} here.', 'Runs […] here.'],
])('leaves a mark where only %s knows the words: %s', (generator, text, result) => {
  expect(written(generator, text)).toBe(result);
});

test.each([
  ['jekyll', '{% include note.html content="Mind the *gap*." %}', 'Mind the *gap*.'],
  ['jekyll', "{% include box.html title='Gap' text='Mind it.' %}", '**Gap**\n\nMind it.'],
  ['jekyll', '{% include figure.html src="a.png" alt="A" caption="50% off" %}', '![A](<a.png>)\n\n*50% off*'],
  ['hexo', '{% blockquote Iris Quill %}\nWell said.\n{% endblockquote %}', '> Well said.\n>\n> — Iris Quill'],
  [
    'hexo',
    '{% codeblock lamp.js lang:js %}\nlet a;\n{% endcodeblock %}',
    '**lamp.js**\n\n```js\nlet a;\n```',
  ],
  ['hexo', '{% note info Mind the gap %}\nIt is wide.\n{% endnote %}', '**Mind the gap**\n\n\nIt is wide.'],
  ['hexo', 'press {% kbd Ctrl %} now, {% label primary@so called %}', 'press Ctrl now, so called'],
  ['hugo', '{{< tabs >}}{{% tab "Linux" %}}apt{{% /tab %}}{{< /tabs >}}', '**Linux**\n\napt'],
  ['hugo', '{{< expand title="More" >}}words{{< /expand >}}', '**More**\n\nwords'],
  ['hugo', '{{< button href="https://x.example" text="Go" >}}', '[Go](<https://x.example>)'],
  ['docusaurus', '<TabItem value="a" label="Apples">\n\nRed.\n\n</TabItem>', '**Apples**\n\n\n\nRed.'],
  [
    'docusaurus',
    '```js title="lamp.js" {1}\nlet a;\n```',
    '**lamp.js**\n\n```js title="lamp.js" {1}\nlet a;\n```',
  ],
  ['vitepress', '::: code-group\n```sh [npm]\nnpm i\n```\n:::', '**npm**\n\n```sh [npm]\nnpm i\n```'],
  ['mkdocs', '=== "Linux"\n\n    apt\n\nAfter', '**Linux**\n\n\napt\n\n\nAfter'],
])('keeps words that %s has in its marks: %s', (generator, text, result) => {
  expect(written(generator, text)).toBe(result);
});

test('changes nothing in words without marks, whatever the generator', () => {
  const words = fc.array(
    fc.constantFrom('lamp', '*rope*', '`code`', '\n\n', '- item', '> quote', 'a_b', '3 < 4', '$5'),
    {maxLength: 20},
  );
  fc.assert(
    fc.property(words, fc.constantFrom(...GENERATORS), (parts, {dialect}) => {
      const text = parts.join(' ');
      expect(repairedMarkdown(text, {dialect, links: links('a.md'), value: () => undefined})).toBe(text);
    }),
    {numRuns: 200},
  );
});

test('reads many marks without an end by work that grows with the text', () => {
  for (const mark of ['{% ', '{{ "', '{{< ', '[[', '%%', '{% raw %}', '[a]({%', '==a', '::: x\n', '{# ']) {
    const text = mark.repeat(20_000);
    expect(written('jekyll', text).length).toBeLessThanOrEqual(text.length * 2);
    expect(written('hugo', text).length).toBeLessThanOrEqual(text.length * 2);
    expect(written('obsidian', text).length).toBeLessThanOrEqual(text.length * 2);
  }
});
