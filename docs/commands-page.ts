import {actionsTable} from './actions.ts';
import {help} from '../source/command-line/help.ts';
import {COMMAND_NAMES} from '../source/command-line/table.ts';
import {SCHEMAS} from '../source/output/schemas.ts';

/** docs/commands.md */
export function commandsPage(): string {
  return `<!-- Made by docs/generate.ts from the tables in source/commands. -->

# Commands

Everything that the screen can do, a command can do. Data goes to standard output, everything else to standard error,
so that \`inkwell list --json | jq\` works whatever happens.

| exit code | meaning |
| --- | --- |
| 0 | done |
| 1 | failed |
| 2 | wrong use |
| 3 | done in part: some of the sources failed |
| 4 | not found |
| 130 | interrupted |

JSON has a \`version\`, now 1; within a version fields are only added. \`inkwell schema NAME\` prints the JSON Schema:
${Object.keys(SCHEMAS)
  .map(name => `\`${name}\``)
  .join(', ')}.

## What the keys do, as commands

An ID comes from \`inkwell list\`, a SOURCE is an address, a folder or a title. Marks and removals made by either are taken
back by either.

${actionsTable()}
## Every command

\`\`\`
${help(undefined).trimEnd()}
\`\`\`

${COMMAND_NAMES.map(name => `## ${name}\n\n\`\`\`\n${help(name).trimEnd()}\n\`\`\``).join('\n\n')}
`;
}
