import {attribute, classesOf, findIn, isElement} from '../tree.ts';
import type {Element, Parent} from '../tree.ts';

/** Class names that say what a block is, not what is written in it. */
const NOT_A_LANGUAGE =
  /^(?:hljs|highlight(?:ed|er-rouge)?|code(?:hilite|-block|block)?|pre(?:ttyprint(?:ed)?)?|source-?code|line-?numbers?|linenums|notranslate|shiki\S*|chroma|rouge|pygments|syntax(?:highlighter)?|prism(?:-code)?|wp-block-\S+|github-\S*|copy\S*|nohighlight|no-highlight|none|plain|plaintext|text|txt|auto|undefined|null|nolang|block|container|wrapper|example|snippet|literal-block|default|numbersource|numberlines|astro-code|\S*(?:theme|dark|light|scroll|wrap|border|font|overflow|bg|rounded)\S*)$/u;

const NAMED =
  /(?:^| )(?:lang(?:uage)?[-:]|highlight-source-|highlight-text-|brush:? ?|sourcecode |src src-|lang=|highlight-)([a-z\d+#._-]{1,30})/u;

/** The language of a block of code, from its own marks and those of what stands around and in it. */
export function languageOf(block: Element): string | undefined {
  const outer = findIn(block, ({tagName}) => tagName === 'code' || tagName === 'pre');
  const code = outer && findIn(outer, ({tagName}) => tagName === 'code');
  const inner = [code, outer].filter(element => element !== undefined);
  const elements = [...inner, block, ...around(block)];
  for (const element of elements) {
    const language = statedIn(element);
    if (language !== undefined) return language === '' ? undefined : language;
  }
  const bare = [block, ...inner].flatMap(element => bareClass(element) ?? []);
  return bare[0];
}

function around(block: Element): readonly Element[] {
  const elements: Element[] = [];
  let parent: Parent | null = block.parentNode;
  for (
    let level = 0;
    level < 5 &&
    isElement(parent) &&
    /^(?:div|figure|td|tr|tbody|table|span|pre|section)$/u.test(parent.tagName);
    level++
  ) {
    elements.push(parent);
    parent = parent.parentNode;
  }
  return elements;
}

const ATTRIBUTES = [
  'data-lang',
  'data-language',
  'data-enlighter-language',
  'data-code-language',
  'syntax',
  'lang',
];

/** An empty text where the page says that it is no language. */
function statedIn(element: Element): string | undefined {
  for (const name of ATTRIBUTES) {
    const value = attribute(element, name)?.trim().toLowerCase();
    if (
      value &&
      (name !== 'lang' || /^(?:pre|code)$/u.test(element.tagName)) &&
      /^[a-z\d+#._-]{1,30}$/u.test(value)
    )
      return plain(value);
  }
  const classes = classesOf(element).trim();
  const named = NAMED.exec(classes)?.[1];
  if (named !== undefined && !/^(?:rouge|wrapper|block|container)$/u.test(named)) return plain(named);
  const figure = /^highlight (?:\S+ )?([a-z\d+#-]{1,20})$/u.exec(classes)?.[1];
  return figure !== undefined && element.tagName === 'figure' && !NOT_A_LANGUAGE.test(figure)
    ? plain(figure)
    : undefined;
}

function plain(language: string): string {
  return /^(?:plain|plaintext|text|txt|none|nohighlight|auto|undefined|null|default|html\.basic)$/u.test(
    language,
  )
    ? ''
    : language.replace(/^source-/u, '').replace(/;$/u, '');
}

/** `<code class="js">`, `<pre class="hljs js">`: a class that can only be a language. */
function bareClass(element: Element): string | undefined {
  const names = classesOf(element)
    .trim()
    .split(' ')
    .filter(name => name !== '' && !NOT_A_LANGUAGE.test(name));
  return names.length === 1 && KNOWN.has(names[0] ?? '') ? names[0] : undefined;
}

const KNOWN = new Set(
  'bash sh shell zsh console shell-session c cpp c++ csharp cs css scss sass less clojure coffeescript dart diff dockerfile docker elixir elm erlang fsharp go golang graphql groovy haskell hs html http ini java javascript js json jsx json5 kotlin latex lisp lua makefile markdown md matlab mdx nginx nix objective-c objectivec ocaml perl php powershell ps1 prolog python py r ruby rb rust rs scala scheme sql svelte swift terraform toml ts tsx typescript vb vim vue wasm xml yaml yml zig'.split(
    ' ',
  ),
);
