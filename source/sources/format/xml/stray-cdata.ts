/**
 * The words inside CDATA sections that arrive as text: generators escape twice, or put one section into
 * another. Only the marks go. In prose they may be what an author writes about, so a lone mark stays unless
 * the text begins with it.
 */
export function withoutStrayCdata(text: string): string {
  if (!text.includes('CDATA[')) return text;
  const isWrapped = /^\s*<!\[CDATA\[/u.test(text);
  const opening = text.indexOf('<![CDATA[');
  if (isWrapped || (opening !== -1 && /\]\](?:>|&gt;)/u.test(text.slice(opening))))
    return text.replaceAll('<![CDATA[', '').replaceAll(/\]\](?:>|&gt;)/gu, '');
  return text.trimStart().startsWith('&lt;![CDATA[')
    ? text.trim().replaceAll('&lt;![CDATA[', '').replaceAll(']]&gt;', '').trimEnd()
    : text;
}

/** The same for every text in what a parser made of a feed. */
export function withoutStrayCdataIn<Value>(value: Value): Value {
  if (typeof value === 'string') return withoutStrayCdata(value) as Value;
  if (Array.isArray(value)) return value.map(withoutStrayCdataIn) as Value;
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  for (const [name, inner] of Object.entries(value)) {
    if (typeof inner === 'string' ? inner.includes('CDATA[') : typeof inner === 'object')
      (value as Record<string, unknown>)[name] = withoutStrayCdataIn(inner as unknown);
  }
  return value;
}
