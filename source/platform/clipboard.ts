import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {ProblemError} from '../domain/problem.ts';
import {safeText} from '../domain/text/sink.ts';

/** Bytes that terminals take in one OSC 52; xterm's limit, base64 included, is about 100 kB. */
export const MOST = 74_000;

/** `taken`: a program confirmed that it has the text. `sent`: the terminal was asked, and gives no answer. */
export type Copied = 'taken' | 'sent';

/**
 * Copies by tmux where it runs, since it passes no OSC 52 on as it comes; else by OSC 52, which also works
 * over ssh.
 */
export async function copyText(text: string, write: (bytes: string) => void): Promise<Copied> {
  const clean = safeText(text);
  const {TMUX, STY} = process.env;
  if (TMUX && (await hasTaken(clean))) return 'taken';
  const bytes = Buffer.from(clean, 'utf8');
  if (bytes.length > MOST) {
    throw new ProblemError({
      kind: 'too-large',
      message: `${Math.round(bytes.length / 1000)} kB is more than a terminal copies.`,
      advice: 'w saves it to a file.',
    });
  }
  const sequence = `\u001B]52;c;${bytes.toString('base64')}\u0007`;
  write(STY && !TMUX ? throughScreen(sequence) : sequence);
  return 'sent';
}

/** The sentence for a copied thing. */
export function copiedMessage(what: string, copied: Copied): string {
  return copied === 'taken' ? `Copied the ${what}.` : `Sent the ${what} to the terminal’s clipboard.`;
}

/** tmux stores the text in its own buffer, and with `-w` (from 3.2 on) passes it to the terminal. */
async function hasTaken(text: string): Promise<boolean> {
  return (await load(['load-buffer', '-w', '-'], text)) || load(['load-buffer', '-'], text);
}

async function load(words: readonly string[], text: string): Promise<boolean> {
  const child = spawn('tmux', words, {stdio: ['pipe', 'ignore', 'ignore']});
  child.stdin.on('error', () => undefined);
  child.stdin.end(text);
  try {
    const [code] = (await once(child, 'close')) as [number | null];
    return code === 0;
  } catch {
    return false;
  }
}

/** GNU screen passes a device control string on to its terminal, of at most 768 bytes each. */
function throughScreen(sequence: string): string {
  return (sequence.match(/[\s\S]{1,500}/g) ?? []).map(part => `\u001BP${part}\u001B\\`).join('');
}
