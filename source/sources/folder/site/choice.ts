const TEXTS =
  /\.(?:md|mdx|markdown|mdown|mkdn?|mdwn|mdtext|[rq]md|html?|xhtml|txt|text|rst|adoc|asciidoc|org)$/iu;
/** Formats in which people write texts that nothing here reads. */
const UNREAD =
  /\.(?:textile|creole|mediawiki|wiki|pod|rdoc|tex|typ|ipynb|docx?|odt|rtf|epub|fountain|djot|tid)$/iu;

/** True if a file is of a kind that is read, by its name. */
export function isText(path: string): boolean {
  return TEXTS.test(path);
}

export function isUnreadText(path: string): boolean {
  return UNREAD.test(path);
}

/**
 * Whoever keeps texts elsewhere than in Markdown, HTML and plain text; the format by the ending of the name.
 */
export function markupOf(path: string): 'rst' | 'asciidoc' | 'org' | undefined {
  const ending = /\.(rst|adoc|asciidoc|org)$/iu.exec(path)?.[1]?.toLowerCase();
  if (ending === 'rst' || ending === 'org') return ending;
  return ending === undefined ? undefined : 'asciidoc';
}

/** Packages of other people, and what programs store for themselves. */
export const PACKAGES = /^(?:node_modules|bower_components|__pycache__|venv|site-packages)$/iu;

/** Folders of templates, data and output, whose names say so in every generator. */
export const PLUMBING =
  /^_(?:includes|layouts|sass|data|site|drafts|plugins|assets|partials|templates|components|config|scripts|styles|11ty)$/iu;

/**
 * Files that a repository has for those who work on it. Of a file with a head its author says that it is a
 * page.
 */
export const ABOUT_REPOSITORY =
  /^(?:readme|licen[cs]e|copying|code[-_]of[-_]conduct|contributing|security|authors|contributors|maintainers|pull_request_template|issue_template|governance|codeowners)(?:[-_.][\w.-]*)?$/iu;

/** Texts for machines. */
export const FOR_MACHINES =
  /^(?:(?:robots|humans|ads|llms(?:-full)?|security|requirements(?:[-_]\w+)?|cmakelists|cname|manifest|version)\.txt|(?:404|500|google[\da-f]{16}|yandex_[\da-f]+)\.html?)$/iu;

export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
