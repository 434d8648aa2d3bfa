/*
 * Addresses that stand in a text as words. Markdown would read their signs as marks, so the writers of
 * Markdown set them apart, and what is shown and where it leads stay the same characters.
 */

const ADDRESS =
  /https?:\/\/[\p{L}\p{N}][^\s<>“”«»「」『』。，、！？；：）】》]{0,2000}|(?<![\p{L}\p{N}./@-])www\.[a-z\d-]{1,63}\.[^\s<>“”«»「」『』。，、！？；：）】》]{1,2000}|(?<![\w.+-])[a-z\d][\w.+-]{0,63}@(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.){1,8}[a-z]{2,24}(?![\w-])/giu;

/** The text cut at its addresses: every second part is one. */
export function cutAtAddresses(text: string): readonly string[] {
  if (!/:\/\/|www\.|@/iu.test(text)) return [text];
  const parts: string[] = [];
  let position = 0;
  for (const {0: found, index} of text.matchAll(ADDRESS)) {
    const address = withoutSentenceEnd(found);
    if (/^(?:https?:\/\/|www\.)?$/iu.test(address)) continue;
    parts.push(text.slice(position, index), address);
    position = index + address.length;
  }
  return [...parts, text.slice(position)];
}

/** The end of the sentence around an address is not part of it, nor is a bracket that opened before it. */
function withoutSentenceEnd(found: string): string {
  let end = found.length;
  for (; end > 0; end--) {
    const last = found[end - 1] ?? '';
    const opening = OPENING[last];
    if (opening === undefined ? !/[?!.,:;'"…]/u.test(last) : isPaired(found.slice(0, end), opening, last))
      break;
  }
  return found.slice(0, end);
}

const OPENING: Readonly<Record<string, string>> = {')': '(', ']': '[', '}': '{'};

function isPaired(text: string, opening: string, closing: string): boolean {
  return text.split(closing).length <= text.split(opening).length;
}

/** An address of a text as a link in Markdown whose words are the address. */
export function addressAsMarkdown(address: string): string {
  if (!/^www\./iu.test(address)) return `<${address}>`;
  const words = address.replaceAll(/[!&()\\`*_[\]~$=^]/gu, String.raw`\$&`);
  const target = address.replaceAll(/[()[\]\\`]/gu, sign => `%${sign.charCodeAt(0).toString(16)}`);
  return `[${words}](<http://${target}>)`;
}
