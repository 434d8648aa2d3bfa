/*
 * Pictures are the only sequences besides text, colours and the clipboard's that reach the terminal past Ink.
 * They are let through by their whole form: kitty's commands with base64 of pixels (never the name of a
 * file), iTerm2's one command for an inline image, sixels, and for half blocks colours. What has any other
 * form is not written at all.
 */

/** Writes a sequence that draws, or takes away, a picture. */
export function draw(sequence: string, write: (bytes: string) => void): void {
  if (!DRAWING.test(sequence)) throw new Error('Only pictures are drawn past the screen');
  write(sequence);
}

const KITTY = String.raw`(?:\x1b_G(?:[aUCicrfosvqmd]=[a-zA-Z0-9]+,?)+(?:;[A-Za-z0-9+/=]*)?\x1b\\)+`;
const ITERM = String.raw`\x1b\]1337;File=inline=1;[a-zA-Z0-9=;]+:[A-Za-z0-9+/=]+\x07`;
const SIXEL = String.raw`\x1bP[0-9;]*q[!-~]*\x1b\\`;
const BLOCKS = String.raw`(?:\x1b\[[\d;]*m|▀|\x1b\[\d+;\d+H)+`;
const DRAWING = new RegExp(`^(?:${KITTY}|${ITERM}|${SIXEL}|${BLOCKS})$`);
