/** What was last copied to the clipboard, by OSC 52. */
export function copied(output: string): string {
  const last = Array.from(output.matchAll(/\u001B\]52;c;([^\u0007]*)\u0007/g)).at(-1)?.[1] ?? '';
  return Buffer.from(last, 'base64').toString();
}
