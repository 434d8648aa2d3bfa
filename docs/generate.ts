/*
 * Writes the documents that are made from the program's tables: `node docs/generate.ts`. A test compares
 * them.
 */
import {writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {accessibilityPage} from './accessibility-page.ts';
import {commandsPage} from './commands-page.ts';
import {configurationPage} from './configuration-page.ts';
import {dependenciesPage} from './dependencies-page.ts';
import {keysPage} from './keys-page.ts';
import {manPage} from './man-page.ts';
import {queriesPage} from './queries-page.ts';
import {themesPage} from './themes-page.ts';

/** Every generated document, by its file's name in this folder. */
export const PAGES: Readonly<Record<string, () => string>> = {
  'accessibility.md': accessibilityPage,
  'configuration.md': configurationPage,
  'commands.md': commandsPage,
  'keys.md': keysPage,
  'queries.md': queriesPage,
  'themes.md': themesPage,
  'dependencies.md': dependenciesPage,
  'inkwell.1': manPage,
};

if (import.meta.main) {
  for (const [name, page] of Object.entries(PAGES)) writeFileSync(join(import.meta.dirname, name), page());
}
