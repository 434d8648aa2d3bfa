import {execFile} from 'node:child_process';
import {join} from 'node:path';
import {promisify} from 'node:util';
import type {Figures} from './measure/figures.ts';

/** Setting a megabyte of Markdown in a process of its own, beside marked with marked-terminal. */
export async function setting(figures: Figures): Promise<void> {
  const file = join(import.meta.dirname, 'typeset/measure.ts');
  const {stdout} = await promisify(execFile)(process.execPath, [file, '3', '--json']);
  const best = JSON.parse(stdout) as Readonly<Record<string, number>>;
  figures.note('setting 1 MB', 'ours', best['whole, 1 MB'] ?? Number.NaN);
  figures.note('setting 1 MB', 'theirs', best['marked with marked-terminal, 1 MB'] ?? Number.NaN);
  figures.note('setting 1 MB', 'first screen', best['first screen, 1 MB'] ?? Number.NaN);
}
