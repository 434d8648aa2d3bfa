import PostalMime from 'postal-mime';
import type {Email} from 'postal-mime';
import {plainText} from '../../domain/text/plain-text.ts';

/** The texts of a mail, or of a mail within it, before the parser joins them. */
type Collected = Readonly<{
  textTypes: ReadonlySet<string>;
  textMap: ReadonlyMap<unknown, {plain?: readonly Entry[]; html?: readonly Entry[]}>;
}>;
type Entry = Readonly<{type: 'text'; value: string} | {type: 'subMessage'; value: unknown}>;

const prototype = PostalMime.prototype as unknown as {renderTextContent: (this: Collected) => void};
const join = prototype.renderTextContent;

/** The parser takes hours to make text of 100 kB of tags without an end; texts made here spare it that. */
prototype.renderTextContent = function (): void {
  if (this.textTypes.has('plain'))
    for (const part of this.textMap.values()) if (part.html) part.plain ??= part.html.map(asText);
  join.call(this);
};

function asText(entry: Entry): Entry {
  if (entry.type === 'subMessage') return entry;
  const {prose, code} = plainText({content: entry.value, format: 'html'});
  return {type: 'text', value: [prose, code].join('\n')};
}

/** Bytes of all headers of a mail; the parser takes minutes for a megabyte of colons in an address. */
const HEADERS = 600_000;

export async function parseMail(mail: Uint8Array): Promise<Email> {
  return await PostalMime.parse(mail, {maxHeadersSize: HEADERS});
}
