import type {SourceSettings} from '../../domain/publication/source.ts';

/** The settings of a source, and the address for which the reader gave them. */
export type Own = Readonly<{given: string; settings: SourceSettings}>;

/**
 * A source's settings for one of its addresses: headers may be keys, so they go to the origin that they were
 * given for.
 */
export function settingsAt(url: string, {given, settings}: Own): SourceSettings {
  if (!settings.headers || URL.parse(url)?.origin === URL.parse(given)?.origin) return settings;
  const {headers: _headers, ...rest} = settings;
  return rest;
}
