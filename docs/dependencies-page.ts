import lock from '../package-lock.json' with {type: 'json'};
import {THROUGH_OTHERS} from './dependencies-noted.ts';
import {IN_THE_PROGRAM, TOOLS} from './dependency-reasons.ts';

/** Licences that let their code come along in ours. */
export const ALLOWED_LICENCES: readonly string[] = [
  'MIT',
  'ISC',
  'MIT-0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  'CC0-1.0',
  // Ours is the choice.
  '(MIT OR EUPL-1.1+)',
];

export function dependenciesPage(): string {
  return `<!-- Made by docs/generate.ts from package-lock.json and docs/dependency-reasons.ts. -->

# Dependencies

The installed package has no dependencies and runs no script when it is installed: what it needs is bundled, and
\`licences.txt\` in it has the licence of each. The lockfile holds every version. A test fails when code of a package that
is not noted here comes into the program, and when a licence is none of ${ALLOWED_LICENCES.join(', ')}.
Each release has an SBOM beside it, in the form of CycloneDX: all packages of the lockfile, those for making and testing too.

## In the program

${table(['package', 'licence', 'why'], Object.entries(IN_THE_PROGRAM))}

## In the program, through others

${table(
  ['package', 'licence', 'comes with'],
  THROUGH_OTHERS.map(name => [name, bringersOf(name).join(', ')]),
)}

## For making and testing

${table(['package', 'licence', 'why'], Object.entries(TOOLS))}
`;
}

/** The licences of all versions of a package that are installed. */
export function licencesOf(name: string): readonly string[] {
  const licences = installed.filter(one => one.name === name).map(({licence}) => licence);
  return [...new Set(licences)].sort();
}

type Installed = Readonly<{name: string; licence: string; needs: readonly string[]}>;
type Entry = Readonly<{
  license?: string;
  dependencies?: Readonly<Record<string, string>>;
}>;

const installed: readonly Installed[] = Object.entries(lock.packages as Readonly<Record<string, Entry>>)
  .filter(([path]) => path !== '')
  .map(([path, {license = 'UNKNOWN', dependencies = {}}]) => ({
    name: path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length),
    licence: license,
    needs: Object.keys(dependencies),
  }));

/** Those of our own choice that need a package, itself or through others. */
function bringersOf(name: string): readonly string[] {
  const bringers = new Set([name]);
  for (const bringer of bringers)
    for (const one of installed) if (one.needs.includes(bringer)) bringers.add(one.name);
  return Object.keys(IN_THE_PROGRAM).filter(chosen => bringers.has(chosen));
}

function table(heads: readonly string[], rows: readonly (readonly [string, string])[]): string {
  return [
    `| ${heads.join(' | ')} |`,
    `| ${heads.map(() => '---').join(' | ')} |`,
    ...rows.map(([name, why]) => `| \`${name}\` | ${licencesOf(name).join(', ')} | ${why} |`),
  ].join('\n');
}
