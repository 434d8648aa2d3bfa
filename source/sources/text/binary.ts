const SIGNATURES: readonly (readonly [start: RegExp, name: string])[] = [
  [/^PK(?:\u0003\u0004|\u0005\u0006)/u, 'a ZIP archive'],
  [/^%PDF-/u, 'a PDF'],
  [/^(?:.PNG\r\n|GIF8[79]a|\S{0,4}.{0,2}JFIF|RIFF.{4}WEBP)/su, 'a picture'],
  [/^(?:ID3|OggS|fLaC|RIFF.{4}WAVE)/su, 'a sound'],
  [/^.{0,8}ftyp/su, 'a film'],
];

/**
 * The kind of a document that is no text, for a message, by a control character where markup, JSON or words
 * should begin. Archives may hold a feed in plain sight, and are still none.
 */
export function binaryKind(text: string): string | undefined {
  const found = SIGNATURES.find(([start]) => start.test(text));
  if (found) return found[1];
  const head = text.slice(0, 1000).replace(/[<{[].*/su, '');
  return /[\0-\u0008\u000e-\u001a\u001c-\u001f]/u.test(head) ? 'a binary file' : undefined;
}
