import {parseHTML} from 'linkedom';

/** As much of a DOM as reading a page takes; the project itself is compiled without a browser's types. */
export type Element = Readonly<{
  tagName: string;
  innerHTML: string;
  textContent: string | null;
  parentElement: Element | null;
  getAttribute(name: string): string | null;
  querySelector(selector: string): Element | null;
  querySelectorAll(selector: string): Iterable<Element>;
  closest(selector: string): Element | null;
  matches(selector: string): boolean;
  cloneNode(deep: boolean): Element;
  remove(): void;
  removeAttribute(name: string): void;
  replaceWith(node: Element): void;
}>;

export type Dom = Element &
  Readonly<{
    documentElement: Element | null;
    body: Element | null;
    createElement(name: string): Element;
  }>;

export function parsePage(html: string): Dom {
  // Without a root of its own linkedom puts everything beside <html>, where nobody looks.
  const page = /<(?:html|body)\b/iu.test(html) ? html : `<!doctype html><html><body>${html}</body></html>`;
  const {document} = parseHTML(page);
  // All of it stood in a comment that never ends.
  return document.documentElement ? document : parsePage('');
}

/** The trimmed text of an attribute of the first element that has one. */
export function attribute(dom: Element, selector: string, name: string): string | undefined {
  for (const element of dom.querySelectorAll(selector)) {
    const value = element.getAttribute(name)?.trim();
    if (value) return value;
  }
  return undefined;
}

/** The text of an element on one line. */
export function textOf(element: Pick<Element, 'textContent'> | null | undefined): string {
  return element?.textContent?.replaceAll(/\s+/gu, ' ').trim() ?? '';
}

/** For comparing: letters and digits alone. */
export function folded(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
