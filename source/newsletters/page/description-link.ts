import {safePage} from '../../domain/newsletter/signup-address.ts';
import type {HomePage} from './markup.ts';

/**
 * `<link rel="newsletter" type="application/json" href="…">`: where a page describes its newsletter itself.
 */
export function descriptionLink({elements, base}: HomePage): string | undefined {
  const link = elements.find(
    ({name, attribs}) => name === 'link' && isNewsletter(attribs.rel) && isJson(attribs.type),
  );
  return safePage(link?.attribs.href, base.href);
}

function isNewsletter(rel = ''): boolean {
  return rel.toLowerCase().split(/\s+/).includes('newsletter');
}

function isJson(type?: string): boolean {
  return type === undefined || /^application\/(?:[\w.-]+\+)?json\b/i.test(type.trim());
}
