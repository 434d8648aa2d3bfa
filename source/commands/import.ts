import {readFile, stat} from 'node:fs/promises';
import type {Imported} from '../domain/state-line.ts';
import {reasonOf} from '../domain/system-error.ts';
import {ProblemError, type Problem} from '../domain/problem.ts';
import type {CommandContext} from '../command-line/table.ts';
import {EXIT} from '../runtime/exit.ts';
import {problemJson} from '../output/listing.ts';
import {servicesOf} from '../runtime/services.ts';
import {importOpml} from '../services/opml.ts';
import {importState, isState} from '../services/state-file.ts';
import {readStandardInput} from '../command-line/words.ts';
import {counted} from '../output/counted.ts';

/** `inkwell import`: OPML, or what `inkwell export --state` wrote. Nothing is fetched. */
export async function run(context: CommandContext<'import'>): Promise<number> {
  const {flags, options, output, words} = context;
  const [file = '-'] = words;
  const text = file === '-' ? await readStandardInput() : await readWithin(file, options.limits.bytes);
  const services = await servicesOf(context);
  const problems: Problem[] = [];
  const imported = isState(text)
    ? await importState(text, services, problems)
    : importOpml(text, flags.folders ?? false, services.library, problems);
  if (flags.json) await output.json({version: 1, ...imported, problems: problems.map(problemJson)});
  else await report(imported, problems, output);
  if (problems.length === 0) return EXIT.done;
  return Object.values(imported).some(count => count > 0) ? EXIT.partly : EXIT.failed;
}

type Report = Imported & Readonly<{preferences?: number}>;

async function readWithin(file: string, limit: number): Promise<string> {
  try {
    const {size} = await stat(file);
    if (size > limit * 50)
      throw new ProblemError({kind: 'too-large', message: `${file} is larger than is ever imported.`});
    return await readFile(file, 'utf8');
  } catch (error) {
    if (error instanceof ProblemError) throw error;
    const isMissing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    throw new ProblemError({
      kind: isMissing ? 'missing' : 'denied',
      message: isMissing ? `There is no file ${file}.` : `${file} can't be read: ${reasonOf(error)}.`,
    });
  }
}

async function report(
  {articles, marks, preferences = 0, signups, sources}: Report,
  problems: readonly Problem[],
  output: CommandContext<'import'>['output'],
): Promise<void> {
  for (const problem of problems) output.problem(problem);
  const parts = [
    counted(sources, 'source'),
    articles > 0 && counted(articles, 'article'),
    marks > 0 && counted(marks, 'mark'),
    signups > 0 && counted(signups, 'sign-up'),
    preferences > 0 && counted(preferences, 'preference'),
  ];
  await output.text(`Imported ${parts.filter(Boolean).join(', ')}.\n`);
  if (articles === 0 && sources > 0) output.note('"inkwell refresh" fetches them.');
}
