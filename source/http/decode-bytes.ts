import {isUtf8} from 'node:buffer';
import {getEncoding} from 'encoding-sniffer';

/**
 * Text from bytes. Whom to believe, in this order: a byte order mark, the Content-Type's charset, the XML
 * declaration or HTML meta, UTF-8. A charset that the bytes contradict loses to one that they don't; no byte
 * costs the document.
 */
export function decodeBytes(bytes: Uint8Array, contentType?: string): string {
  const wide = wideEncodingOf(bytes);
  if (wide) return decodeUtf32(bytes, wide === 'utf-32be');
  const inside = getEncoding(bytes, {defaultEncoding: 'utf-8'});
  const stated = charsetOf(contentType);
  const outside = stated ? getEncoding(bytes, {userEncoding: stated, defaultEncoding: inside}) : inside;
  for (const encoding of new Set([believable(outside, bytes), believable(inside, bytes)])) {
    const text = decodeExactly(bytes, encoding);
    if (text !== undefined) return text;
  }
  return decodeLoosely(bytes, outside);
}

/**
 * Bytes above ASCII that form valid UTF-8 are UTF-8, whatever an eight-bit label says: chance hardly ever
 * writes it.
 */
function believable(encoding: string, bytes: Uint8Array): string {
  return /^(?:windows-(?!31j|949)|iso-8859|koi8|mac|ibm866|x-mac|x-user)/iu.test(encoding) && isUtf8(bytes)
    ? 'utf-8'
    : encoding;
}

function charsetOf(contentType: string | undefined): string | undefined {
  return /charset\s*=\s*(?:["']\s*)?([^\s"';,]+)/iu.exec(contentType ?? '')?.[1];
}

function decodeExactly(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, {fatal: true}).decode(bytes);
  } catch {
    return undefined;
  }
}

/**
 * Some byte is wrong. Text with valid UTF-8 beside it keeps that and shows a replacement character; text in
 * which no sequence is valid was never UTF-8, so it is read as what old western software writes.
 */
function decodeLoosely(bytes: Uint8Array, encoding: string): string {
  const label = encoding.toLowerCase() === 'replacement' ? 'utf-8' : encoding;
  const text = new TextDecoder(label).decode(bytes);
  if (label.toLowerCase() !== 'utf-8') return text;
  return /[^\x00-\x7f\ufffd]/u.test(text) ? text : new TextDecoder('windows-1252').decode(bytes);
}

/** UTF-32 is no encoding of the web, so neither the sniffer nor TextDecoder knows it; a few feeds use it. */
function wideEncodingOf(bytes: Uint8Array): 'utf-32be' | 'utf-32le' | undefined {
  const [a, b, c, d] = bytes;
  if (a === 0 && b === 0 && ((c === 0xfe && d === 0xff) || (c === 0 && d === 0x3c))) return 'utf-32be';
  if (c === 0 && d === 0 && ((a === 0xff && b === 0xfe) || (a === 0x3c && b === 0))) return 'utf-32le';
  return undefined;
}

function decodeUtf32(bytes: Uint8Array, isBigEndian: boolean): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const utf16 = new Uint16Array(Math.floor(bytes.byteLength / 4) * 2);
  let length = 0;
  for (let offset = 0; offset + 4 <= bytes.byteLength; offset += 4) {
    const point = view.getUint32(offset, !isBigEndian);
    if (point === 0xfeff && offset === 0) continue;
    if (point > 0xffff && point <= 0x10_ffff) utf16[length++] = 0xd800 + ((point - 0x1_0000) >> 10);
    utf16[length++] = point <= 0xffff ? point : point <= 0x10_ffff ? 0xdc00 + (point & 0x3ff) : 0xfffd;
  }
  return new TextDecoder('utf-16le').decode(utf16.subarray(0, length));
}
