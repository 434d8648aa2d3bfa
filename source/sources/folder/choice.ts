const TEXTS = /\.(?:md|mdx|markdown|mdown|mkdn?|mdwn|mdtext|html?|xhtml|txt|text)$/iu;

/** Whether a file is of a kind that is read, by its name. */
export function isText(path: string): boolean {
  return TEXTS.test(path);
}

/** Where generators keep what is no article: templates, data, output, other people's code. */
const OTHER_FOLDERS =
  /^(?:node_modules|bower_components|vendor|__pycache__|_(?:includes|layouts|sass|data|site|drafts|plugins|assets|partials|templates|components|config|scripts|styles|11ty))$/iu;

/** Files that every repository has and nobody publishes. */
const OTHER_FILES =
  /^(?:_index\.\w+|(?:licen[cs]e|copying|code[-_]of[-_]conduct|contributing|security|authors|contributors|maintainers|pull_request_template|issue_template|governance|codeowners)(?:[-_.]\w+)?|(?:robots|humans|ads|llms(?:-full)?|security|requirements(?:[-_]\w+)?|cmakelists|cname|manifest|version)\.txt|(?:404|500|google[\da-f]{16}|yandex_[\da-f]+)\.html?)$/iu;

/** Hidden files and folders are hidden on purpose. */
export function isArticleFolder(path: string): boolean {
  const name = nameOf(path);
  return !name.startsWith('.') && !OTHER_FOLDERS.test(name);
}

export function isArticleFile(path: string): boolean {
  const name = nameOf(path);
  return !name.startsWith('.') && TEXTS.test(name) && !OTHER_FILES.test(name);
}

export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** What explains a folder; shown where it is all that the folder has. */
export function isReadme(path: string): boolean {
  return /^readme(?:[-.][\w-]+)?\.\w+$/iu.test(nameOf(path));
}
