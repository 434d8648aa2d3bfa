import {isStructured, wanted} from '../source/options/kinds.ts';
import type {Setting} from '../source/options/setting.ts';
import {SETTINGS, variableOf} from '../source/options/table.ts';

const ALL: readonly Setting[] = SETTINGS;

/** docs/configuration.md */
export function configurationPage(): string {
  const kept = ALL.filter(setting => !setting.isForOneRun);
  const groups = Map.groupBy(kept, ({key}) => (key.includes('.') ? key.slice(0, key.indexOf('.')) : ''));
  return `<!-- Made by docs/generate.ts from the table in source/options/table.ts. -->

# Configuration

Nothing has to be configured. What you set comes from, the strongest first:

1. flags on the command line, for one run: \`--measure 66\`
2. variables of the environment: \`INKWELL_MEASURE=66\`
3. the preferences' file: \`inkwell config set measure 66\`
4. the defaults below

\`inkwell config list\` shows every setting, its value, and which of these it comes from. \`inkwell config path\` prints
where the file is: \`$XDG_CONFIG_HOME/inkwell/config.json\`, or what the platform has for it. Only you can read it
(mode 0600). It is JSON; \`inkwell config schema > schema.json\` gives a JSON Schema for your editor:

\`\`\`json
{
  "$schema": "./schema.json",
  "theme": "dark",
  "measure": 66,
  "sources": [
    "https://example.com",
    {"location": "~/notes", "name": "Notes"},
    {"location": "https://slow.example/feed.xml", "interval": 1440, "headers": {"Accept-Language": "de"}}
  ],
  "limits": {"bytes": 50000000}
}
\`\`\`

A file that is no JSON is named with the line and the reason, and left as it is; Inkwell runs with the defaults until
it is mended. If you change a setting meanwhile, the broken file is kept beside the new one. A single setting that holds
nonsense is named in the same way, and the others hold.

## Settings

${[...groups].map(([group, settings]) => `${group === '' ? '' : `### ${group}\n\n`}${table(settings)}`).join('\n\n')}

## Settings of a source

An object in \`sources\` needs a \`location\`; the rest holds for this source alone.

| name | what |
| --- | --- |
| \`location\` | an address, or a folder |
| \`name\` | shown instead of the publication's own title |
| \`folder\` | where it stands in your list |
| \`headers\` | an object: sent with each request to this source, and to no other host |
| \`userAgent\` | how Inkwell names itself to this source |
| \`interval\` | minutes between fetches |
| \`fullText\` | complete teasers from their pages: true or false |
| \`newsletter\` | the newsletter, where the source advertises none; the fields are those of [publishing](publishing.md) |

## For one run

| flag | variable | what |
| --- | --- | --- |
${ALL.filter(setting => setting.isForOneRun)
  .map(({about, flag, key}) => `| \`--${flag}\` | \`${variableOf(key)}\` | ${about} |`)
  .join('\n')}

## Other variables

| variable | what |
| --- | --- |
| \`INKWELL_SOURCE\` | what to read when no source is named, instead of what you follow; several stand on lines of their own |
| \`NO_COLOR\`, \`FORCE_COLOR\` | no colour, or colour, unless one of our own says otherwise |
| \`VISUAL\`, \`EDITOR\`, \`PAGER\` | the programs that an article is opened in |
| \`HTTP_PROXY\`, \`HTTPS_PROXY\`, \`NO_PROXY\` | as everywhere |
`;
}

function table(settings: readonly Setting[]): string {
  return `| setting | takes | default | flag, variable | what |\n| --- | --- | --- | --- | --- |\n${settings.map(row).join('\n')}`;
}

function row({about, default: usual, flag, key, kind}: Setting): string {
  const names = [flag && `\`--${flag}\``, isStructured(kind) ? undefined : `\`${variableOf(key)}\``];
  const value = usual === undefined ? '' : `\`${typeof usual === 'string' ? usual : JSON.stringify(usual)}\``;
  return `| \`${key}\` | ${wanted(kind)} | ${value} | ${names.filter(Boolean).join(', ')} | ${about} |`;
}
