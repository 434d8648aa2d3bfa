/** Text from bytes: by their byte order mark, else UTF-8. A chunk that is text already stays. */
export async function* decoded(chunks: AsyncIterable<Uint8Array | string>): AsyncIterable<string> {
  let decoder: InstanceType<typeof TextDecoder> | undefined;
  for await (const chunk of chunks) {
    if (typeof chunk === 'string') {
      yield chunk;
      continue;
    }
    decoder ??= new TextDecoder(encodingOf(chunk));
    yield decoder.decode(chunk, {stream: true});
  }
  if (decoder) yield decoder.decode();
}

function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
}

/** The beginning of a text, and the whole of it. */
export type Begun = Readonly<{head: string; chunks: AsyncGenerator<string>}>;

/** Reads to the end of the first line with anything in it, or `most` characters. */
export async function begin(chunks: AsyncIterable<string>, most: number): Promise<Begun> {
  const rest = chunks[Symbol.asyncIterator]();
  let head = '';
  while (head.length < most && !head.trimStart().includes('\n')) {
    const next = await rest.next();
    if (next.done === true) break;
    head += next.value;
  }
  return {head, chunks: joined(head, rest)};
}

async function* joined(head: string, rest: AsyncIterator<string>): AsyncGenerator<string> {
  try {
    yield head;
    for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
  } finally {
    await rest.return?.();
  }
}

/** The lines of a text of any length. Throws what `tooLong` makes for one of more than `most` characters. */
export async function* linesOf(
  chunks: AsyncIterable<string>,
  most: number,
  tooLong: (number: number) => Error,
): AsyncGenerator<string> {
  let number = 1;
  let pieces: string[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    const [first = '', ...others] = chunk.split('\n');
    let piece = first;
    for (const next of others) {
      yield pieces.join('') + piece;
      [pieces, length, piece] = [[], 0, next];
      number++;
    }
    pieces.push(piece);
    length += piece.length;
    if (length > most) throw tooLong(number);
  }
  yield pieces.join('');
}
