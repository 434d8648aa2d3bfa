import {parseHTML} from 'linkedom';

/** As much of a DOM as reading a page takes; the project itself is compiled without a browser's types. */
export type Element = Readonly<{
  innerHTML: string;
  textContent: string | null;
  getAttribute(name: string): string | null;
  querySelector(selector: string): Element | null;
  querySelectorAll(selector: string): Iterable<Element>;
  remove(): void;
}>;

export type Dom = Element & Readonly<{documentElement: Element | null; body: Element | null}>;

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
