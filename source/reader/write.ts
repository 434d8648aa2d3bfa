/** Writes to the terminal past Ink: what is no part of the screen. */
export function write(bytes: string): void {
  process.stdout.write(bytes);
}
