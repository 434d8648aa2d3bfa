/**
 * A text without what is nobody else's business: email addresses, passwords in addresses, keys in queries.
 */
export function redact(text: string): string {
  return text
    .replaceAll(/(\b\w{1,30}:\/\/)[^/@\s]{0,8000}@/g, '$1…@')
    .replaceAll(/(%3A%2F%2F)(?:(?!%40)[^&\s/@]){0,2000}%40/gi, '$1…%40')
    .replaceAll(
      /([?&#;][^=&#;\s]{0,200}(?:key|token|secret|auth|pass|sig|session|email)[^=&#;\s]{0,200}=)[^&#;\s"]+/gi,
      '$1…',
    )
    .replaceAll(
      /[^\s"'<>:/?#=&,;()…@]{1,200}@[^\s"'<>/?#=&,;()@.]{1,200}(?:\.[^\s"'<>/?#=&,;()@.]{1,200})+/gu,
      '…@…',
    );
}
