import {readFileSync} from 'node:fs';
import {join} from 'node:path';

const ROOT = join(import.meta.dirname, '..');

/** The entry of one version in CHANGELOG.md, without its heading. Throws where there is none. */
export function releaseNotes(changelog: string, version: string): string {
  const [, ...entries] = changelog.split(/^## /m);
  const entry = entries.find(text => text.startsWith(`${version} `) || text.startsWith(`${version}\n`));
  if (entry === undefined) throw new Error(`CHANGELOG.md has no entry for ${version}.`);
  return `${entry.slice(entry.indexOf('\n') + 1).trim()}\n`;
}

if (import.meta.main) {
  const {version} = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {version: string};
  process.stdout.write(releaseNotes(readFileSync(join(ROOT, 'CHANGELOG.md'), 'utf8'), version));
}
