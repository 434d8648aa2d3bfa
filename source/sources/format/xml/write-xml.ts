const ESCAPES: Readonly<Record<string, string>> = {'<': '&lt;', '>': '&gt;', '"': '&quot;', '&': '&amp;'};

/** Any text as XML that says the same. */
export function escapeMarkup(text: string): string {
  return text.replaceAll(/[<>&]/gu, mark => ESCAPES[mark] ?? '');
}

/**
 * Makes text of each `&` that begins no reference; one that lacks its semicolon is an address more often than
 * not.
 */
export function escapeAmpersands(text: string): string {
  return text.includes('&')
    ? text.replaceAll(/&(?!(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{0,31});)/giu, '&amp;')
    : text;
}

const NAME = /^[a-z_][\w.-]*(?::[a-z_][\w.-]*)?$/iu;
/** Names that some parsers refuse, since they mean something to JavaScript. */
const RESERVED =
  /^(?:__proto__|constructor|prototype|hasownproperty|tostring|valueof|__(?:define|lookup)[gs]etter__)$/iu;

export function isUsableName(name: string): boolean {
  return NAME.test(name) && !RESERVED.test(name);
}

export function openTag(name: string, attributes: Readonly<Record<string, string>>): string {
  let tag = `<${name}`;
  for (const [attribute, value] of Object.entries(attributes)) {
    if (isUsableName(attribute))
      tag += ` ${attribute}="${escapeAmpersands(value).replaceAll(/[<>"]/gu, mark => ESCAPES[mark] ?? '')}"`;
  }
  return `${tag}>`;
}
