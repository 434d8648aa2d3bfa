import {decodeBytes} from '../../http/decode-bytes.ts';
import type {Document} from '../format/format.ts';
import {parseJson} from '../../domain/text/parse-json.ts';

/**
 * A document from what was received: bytes become text by their declared encoding (decode-bytes.ts).
 * `contentType` and `language` are the headers Content-Type and Content-Language as they came.
 */
export function documentOf(
  received: Uint8Array | string,
  {
    url,
    contentType,
    language,
    isPrivate,
  }: {
    url: string;
    contentType?: string | undefined;
    language?: string | undefined;
    isPrivate?: boolean;
  },
): Document {
  const text = typeof received === 'string' ? received : decodeBytes(received, contentType);
  const mediaType = contentType?.split(';', 1)[0]?.trim().toLowerCase();
  let json: {value: unknown} | undefined;
  return {
    text,
    url,
    ...(mediaType && {contentType: mediaType}),
    ...(language && {language}),
    ...(isPrivate && {isPrivate}),
    get json() {
      json ??= {value: readJson(text)};
      return json.value;
    },
  };
}

function readJson(text: string): unknown {
  if (!/^[\s\ufeff]*[[{]/u.test(text)) return undefined;
  try {
    return parseJson(text.replace(/^\ufeff/u, ''));
  } catch {
    return undefined;
  }
}
