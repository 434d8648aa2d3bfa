import type {CommandContext} from '../../command-line/table.ts';
import {EXIT} from '../../runtime/exit.ts';
import type {Finding} from '../../doctor/finding.ts';

const SIGNS: Readonly<Record<Finding['state'], string>> = {
  good: 'ok',
  note: '--',
  warning: '! ',
  error: '!!',
};

/** `inkwell doctor`: what is well and what is not, each with what to do about it; or how one source looks. */
export async function run(context: CommandContext<'doctor'>): Promise<number> {
  const {flags, output, words} = context;
  const findings =
    words[0] === undefined
      ? await (await import('../../doctor/examine-installation.ts')).examineInstallation(context)
      : await (await import('../../doctor/examine-source.ts')).examineSource(words[0], context);
  const isWell = findings.every(({state}) => state !== 'error');
  if (flags.json) await output.json({version: 1, isWell, findings});
  else await output.text(output.isSpoken ? asSentences(findings) : asText(findings));
  return isWell ? EXIT.done : EXIT.failed;
}

function asText(findings: readonly Finding[]): string {
  const areas = Map.groupBy(findings, ({area}) => area);
  return [...areas].map(([area, inside]) => `${area}\n${inside.map(line).join('\n')}\n`).join('\n');
}

function line({advice, message, name, state}: Finding): string {
  return `  ${SIGNS[state]}  ${name.padEnd(14)}${message}${advice === undefined ? '' : `\n      ${advice}`}`;
}

const SAID: Readonly<Record<Finding['state'], string>> = {
  good: 'Well',
  note: 'Note',
  warning: 'Warning',
  error: 'Error',
};

/** For a screen reader: the state as a word, and each finding on one line. */
function asSentences(findings: readonly Finding[]): string {
  const areas = Map.groupBy(findings, ({area}) => area);
  return [...areas]
    .map(([area, inside]) => {
      const lines = inside.map(({advice, message, name, state}) =>
        [`${SAID[state]}, ${name}: ${message}`, advice].filter(Boolean).join(' '),
      );
      return `${area}:\n${lines.join('\n')}\n`;
    })
    .join('');
}
