import {decodeBuffer} from 'encoding-sniffer';
import type {Answer} from '../http/exchange.ts';

/** The text of an answer, by what it says of its encoding in its header or itself, else UTF-8. */
export function decodeText({headers, body}: Pick<Answer, 'headers' | 'body'>): string {
  const stated = /charset\s*=\s*["']?([\w.:-]+)/i.exec(headers.get('content-type') ?? '')?.[1];
  return decodeBuffer(Buffer.from(body), {
    defaultEncoding: 'utf-8',
    ...(stated !== undefined && {transportLayerEncodingLabel: stated}),
  });
}
