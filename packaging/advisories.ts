/*
 * `node packaging/advisories.ts` asks the registry for known advisories, and for the signatures of what is
 * installed. An advisory of a package whose code is in the program fails; that of a tool is reported. A
 * registry that does not answer is reported loudly and fails nothing.
 */
import {execFile} from 'node:child_process';
import {THROUGH_OTHERS} from '../docs/dependencies-noted.ts';
import {IN_THE_PROGRAM} from '../docs/dependency-reasons.ts';

/** Advisories of bundled packages that cannot harm Inkwell, by address, each with its reason. */
const NOTED: Readonly<Record<string, string>> = {};

type Advisory = Readonly<{name: string; title: string; url: string}>;
type Audit = Readonly<{
  message?: string;
  vulnerabilities?: Readonly<Record<string, Readonly<{via: readonly (string | Partial<Advisory>)[]}>>>;
}>;

export type Verdict = Readonly<{failures: readonly string[]; remarks: readonly string[]}>;

const BUNDLED = new Set([...Object.keys(IN_THE_PROGRAM), ...THROUGH_OTHERS]);

/** Judges the answer of `npm audit --json`. */
export function judgeAudit(audit: Audit, bundled: ReadonlySet<string> = BUNDLED, noted = NOTED): Verdict {
  if (!audit.vulnerabilities)
    return {failures: [], remarks: [`NOT CHECKED: known advisories. ${audit.message ?? 'No answer.'}`]};
  const failures: string[] = [];
  const remarks: string[] = [];
  for (const [name, {via}] of Object.entries(audit.vulnerabilities)) {
    for (const advisory of via) {
      // A name leads to another entry of this list.
      if (typeof advisory === 'string') continue;
      const {url = '', title = ''} = advisory;
      const line = `${name}: ${title} (${url})`;
      if (!bundled.has(name)) remarks.push(`A tool has an advisory. ${line}`);
      else if (noted[url] === undefined) failures.push(line);
      else remarks.push(`Noted. ${line} ${noted[url]}`);
    }
  }
  return {failures, remarks};
}

/** Judges the answer of `npm audit signatures --json`. */
export function judgeSignatures(answer: string): Verdict {
  try {
    const {invalid = [], missing = []} = JSON.parse(answer) as Record<string, readonly {name: string}[]>;
    return {
      failures: invalid.map(({name}) => `${name}: its signature is not the registry’s.`),
      remarks: missing.map(({name}) => `${name} has no signature.`),
    };
  } catch {
    return {failures: [], remarks: ['NOT CHECKED: signatures. The registry gave no readable answer.']};
  }
}

/** Milliseconds after which the registry is given up. */
const PATIENCE = 60_000;

function npm(...words: readonly string[]): Promise<string> {
  // npm ends with a failure when it has found something: its output is what counts.
  return new Promise(resolve => {
    execFile('npm', words, {timeout: PATIENCE, maxBuffer: 1e8, killSignal: 'SIGKILL'}, (_, stdout) =>
      resolve(stdout),
    );
  });
}

function parsed(text: string): Audit {
  try {
    return JSON.parse(text) as Audit;
  } catch {
    return {};
  }
}

if (process.argv[1] === import.meta.filename) {
  const verdicts = [
    judgeAudit(parsed(await npm('audit', '--json'))),
    judgeSignatures(await npm('audit', 'signatures', '--json')),
  ];
  for (const remark of verdicts.flatMap(({remarks}) => remarks)) console.warn(remark);
  const failures = verdicts.flatMap(({failures: some}) => some);
  for (const failure of failures) console.error(failure);
  process.exitCode = failures.length > 0 ? 1 : 0;
}
