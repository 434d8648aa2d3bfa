import type {Fields} from '../../front-matter/fields.ts';
import {readFields} from '../../front-matter/read-fields.ts';
import {salvagedFields} from '../../front-matter/salvage.ts';

export type Header = Readonly<{fields: Fields; body: string}>;

/** Fields at the top of a text without the marks of front matter, as some generators have them. */
export function headerOf(text: string, generator?: string): Header | undefined {
  const head = text.slice(0, LONGEST);
  const header = dotted(head) ?? doubled(head, generator) ?? closed(head, generator) ?? bare(head, generator);
  return header && {fields: header.fields, body: text.slice(header.length)};
}

const LONGEST = 20_000;

type Found = Readonly<{fields: Fields; length: number}>;

const FIRST =
  'title|date|author|authors|category|slug|tags|summary|subtitle|status|lang|modified|layout|categories';
/** A name, and a text that may go on in lines that are indented. */
const FIELD = String.raw`[A-Za-z][\w-]{1,30}:(?:[ \t][^\n]*)?\n(?:[ \t]+\S[^\n]*\n|[ \t]*-[ \t][^\n]*\n)*`;

/** Pelican and MultiMarkdown: a blank line ends them. One line is enough where Pelican is at home. */
function bare(text: string, generator?: string): Found | undefined {
  const [head] = new RegExp(String.raw`^(?:${FIELD})+(?=\n|$)`, 'u').exec(`${text}\n`) ?? [];
  if (head === undefined || !new RegExp(`^(?:${FIRST}):[ \\t]*\\S`, 'iu').test(head)) return undefined;
  const lines = head.trimEnd().split('\n').length;
  const isHeader = generator === 'pelican' || (lines > 1 && /^(?:title|date):/imu.test(head));
  return isHeader ? {fields: salvagedFields(head), length: head.length} : undefined;
}

/**
 * Hexo: `---` ends them though nothing opens them. Under a single line it is the line of a heading elsewhere.
 */
function closed(text: string, generator?: string): Found | undefined {
  const [whole, block = '', mark] =
    /^((?:["']?[A-Za-z][\w-]{0,30}["']?:(?:[ \t][^\n]*)?\n|[ \t]+\S[^\n]*\n|-[ \t][^\n]*\n){1,100})(-{3,}|;{3,})[ \t]*(?:\n|$)/u.exec(
      text,
    ) ?? [];
  if (whole === undefined || !new RegExp(`^["']?(?:${FIRST})["']?:`, 'imu').test(block)) return undefined;
  if (generator !== 'hexo' && block.trimEnd().split('\n').length < 2) return undefined;
  const reading = mark?.startsWith(';') ? readFields(`{${block}}`, 'json') : readFields(block, 'yaml');
  return reading && {fields: reading.fields, length: whole.length};
}

/** Logseq: `title:: A page`. */
function doubled(text: string, generator?: string): Found | undefined {
  const [head] = /^(?:(?:- )?[A-Za-z][\w-]{0,40}:: ?[^\n]*\n)+/u.exec(`${text}\n`) ?? [];
  if (
    head === undefined ||
    (generator !== 'logseq' && !/^(?:title|tags|date|author|alias|type)::/imu.test(head))
  )
    return undefined;
  return {fields: salvagedFields(head.replaceAll(/^(?:- )?([\w-]+)::/gmu, '$1:')), length: head.length};
}

/** Nikola: `.. title: A page`, in Markdown within a comment. */
function dotted(text: string): Found | undefined {
  const [head] =
    /^\s*(?:<!--\s*\n)?(?:\.\. [a-z][\w-]{0,30}:[^\n]*\n)+(?:-->[ \t]*\n)?/iu.exec(`${text}\n`) ?? [];
  if (head === undefined || !/^\.\. title:/imu.test(head)) return undefined;
  const fields = head.replaceAll(/^\s*(?:<!--|-->)[^\n]*$/gmu, '').replaceAll(/^\.\. /gmu, '');
  return {fields: salvagedFields(fields), length: head.length};
}
