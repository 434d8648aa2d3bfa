/**
 * The address in what was typed or pasted: white space and `mailto:` around it dropped, the name left out.
 */
export function pastedEmail(text: string): string {
  const trimmed = text.trim();
  return (inBrackets(trimmed) ?? trimmed).trim().replace(/^mailto:/i, '');
}

/** `Ada <ada@example.com>`: what stands in the brackets. */
export function inBrackets(text: string): string | undefined {
  return /^[^<>]*<([^<>]*)>$/.exec(text)?.[1];
}
