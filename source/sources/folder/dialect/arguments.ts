/** `src="a.png" alt='b'` as names and values. */
export function namedArguments(written: string): ReadonlyMap<string, string> {
  const named = new Map<string, string>();
  for (const [, name = '', double, single, bare] of written.matchAll(
    /([\w-]+)\s*[=:]\s*(?:"([^"]*)"|'([^']*)'|([^\s"',}]+))/gu,
  )) {
    const value = double ?? single ?? bare;
    if (value !== undefined && !named.has(name.toLowerCase())) named.set(name.toLowerCase(), value.trim());
  }
  return named;
}

/** The values that stand without a name, in their order. */
export function quotedArguments(written: string): readonly string[] {
  const unnamed = written.replaceAll(/[\w-]+\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"',}]+)/gu, ' ');
  return [...unnamed.matchAll(/"([^"]*)"|'([^']*)'|([^\s"',]+)/gu)]
    .map(([, double, single, bare]) => (double ?? single ?? bare ?? '').trim())
    .filter(Boolean);
}
