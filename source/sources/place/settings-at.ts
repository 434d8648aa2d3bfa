import type {SourceSettings} from '../../domain/publication/source.ts';

/**
 * A source's settings for one of its addresses: headers may be keys, so they go to the origin that they were
 * given for.
 */
export function settingsAt(url: string, given: string, settings: SourceSettings): SourceSettings {
  if (!settings.headers || URL.parse(url)?.origin === URL.parse(given)?.origin) return settings;
  const {headers: _headers, ...rest} = settings;
  return rest;
}
