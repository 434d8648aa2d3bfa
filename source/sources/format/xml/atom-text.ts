import type {AtomFeed} from 'feedsmith';
import type {Body} from '../../../domain/article/article.ts';
import {hasTags} from '../../text/markup.ts';
import {bodyOf} from '../feed-fields.ts';
import type {RawText} from '../format.ts';

/**
 * A text construct that is meant as a line. What has no type is text by the letter, and markup in many feeds.
 */
export function atomText(text: AtomFeed.Text | undefined): RawText | undefined {
  if (!text) return undefined;
  const kind = kindOf(text.type);
  if (kind === 'other') return {content: decodedBase64(text.value)?.content ?? text.value, format: 'loose'};
  return {
    content: text.value,
    format: kind === 'markup' ? 'html' : text.type === undefined ? 'loose' : 'text',
  };
}

/** A text construct that is meant as a text; undefined for pictures, archives and the like. */
export function atomBody(content: AtomFeed.Content | undefined): Body | undefined {
  if (!content?.value) return undefined;
  const base = content.xml?.base;
  const kind = kindOf(content.type);
  if (kind === 'other') return decodedBase64(content.value);
  if (kind === 'markup') return {...bodyOf(content.value, base), format: 'html', content: content.value};
  if (kind === 'markdown') return {format: 'markdown', content: content.value, ...(base && {base})};
  return hasTags(content.value) || content.type === undefined
    ? bodyOf(content.value, base)
    : {format: 'text', content: content.value};
}

function kindOf(type: string | undefined): 'text' | 'markup' | 'markdown' | 'other' {
  const name = type?.trim().toLowerCase().split(';', 1)[0] ?? 'text';
  if (/^(?:x?html|text\/html|application\/xhtml\+xml|text\/xhtml)$/u.test(name)) return 'markup';
  if (/^text\/(?:x-)?markdown$/u.test(name)) return 'markdown';
  return name === '' || name === 'text' || name.startsWith('text/') ? 'text' : 'other';
}

/** Content of another media type is base64 in Atom; where it turns out to be text, it is shown. */
function decodedBase64(content: string): Body | undefined {
  const packed = content.replaceAll(/\s+/gu, '');
  if (packed.length < 8 || packed.length % 4 !== 0 || !/^[A-Za-z\d+/]+={0,2}$/u.test(packed))
    return undefined;
  try {
    const text = new TextDecoder('utf-8', {fatal: true}).decode(Buffer.from(packed, 'base64'));
    return /[\x00-\x08\x0e-\x1f]/u.test(text) ? undefined : bodyOf(text);
  } catch {
    return undefined;
  }
}
