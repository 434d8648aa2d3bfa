/**
 * A text without what is nobody else's business: email addresses, passwords in addresses, keys in queries.
 */
export function redact(text: string): string {
  return text
    .replaceAll(/(\w+:\/\/)[^/@\s]*@/g, '$1…@')
    .replaceAll(
      /([?&#][^=&#\s]*(?:key|token|secret|auth|pass|sig|session|email)[^=&#\s]*=)[^&#\s"]+/gi,
      '$1…',
    )
    .replaceAll(/[^\s"'<>:/?#=&,;()…]+@[^\s"'<>/?#=&,;()]+\.[\p{L}\p{N}]+/gu, '…@…');
}
