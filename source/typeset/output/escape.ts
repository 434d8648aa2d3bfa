const SIGNS: Readonly<Record<string, string>> = {'&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;'};

/** Text as HTML, for elements and for attributes in double quotes. */
export function escaped(text: string): string {
  return text.replaceAll(/[&<>"]/g, sign => SIGNS[sign] ?? sign);
}

/** An element; attributes that are undefined are left out. */
export function element(
  name: string,
  content: string,
  attributes: Readonly<Record<string, string | undefined>> = {},
): string {
  const given = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [` ${key}="${escaped(value)}"`],
  );
  return `<${name}${given.join('')}>${content}</${name}>`;
}
