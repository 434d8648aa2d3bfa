import type {Sources} from '../ports/fetching.ts';
import type {Surroundings} from '../sources/context.ts';
import type {Speeds} from '../domain/article/reading-time.ts';
import {CONVERTED_AT_ONCE} from '../domain/limits.ts';
import {toMarkdown} from '../sources/text/to-markdown.ts';
import {smallPath} from './small-source.ts';

type Near = Readonly<{
  limits: Surroundings['limits'];
  speeds: Speeds;
  /** Reads everything else, in a worker. */
  far: () => Promise<Sources>;
}>;

/**
 * The sources of a command, beside which nothing is kept waiting: it reads small plain files and folders
 * itself, and starts no worker for them.
 */
export function nearSources({limits, speeds, far}: Near): Sources {
  const around = (signal: AbortSignal) => ({limits, speeds, signal, now: Date.now});
  return {
    async open(source, signal) {
      const path = smallPath(source.location);
      if (path === undefined) return (await far()).open(source, signal);
      const [{openPath}, {withSettings}] = await Promise.all([
        import('../sources/place/open-path.ts'),
        import('../sources/place/with-settings.ts'),
      ]);
      return withSettings(await openPath(source, path, around(signal)), source.settings);
    },
    async openPage(location, signal) {
      const path = smallPath(location);
      if (path === undefined) return (await far()).openPage(location, signal);
      const {openPageAt} = await import('../sources/place/open-page-at.ts');
      return openPageAt(path, location, {limits, speeds});
    },
    async toMarkdown(body) {
      return body.content.length > CONVERTED_AT_ONCE
        ? (await far()).toMarkdown(body)
        : await toMarkdown(body);
    },
    complete: async (...given) => (await far()).complete(...given),
    leaving: async (...given) => (await far()).leaving(...given),
    readText: async (...given) => (await far()).readText(...given),
  };
}
