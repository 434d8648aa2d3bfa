import type {Imported} from '../../domain/state-line.ts';
import type {Problem} from '../../domain/problem.ts';
import type {CommandContext} from '../../command-line/table.ts';
import {EXIT} from '../../runtime/exit.ts';
import {problemJson} from '../../output/listing.ts';
import {servicesOf} from '../../runtime/services.ts';
import {importSources} from '../../services/exchange/import-sources.ts';
import {contentIn, contentOf} from '../../services/exchange/import-content.ts';
import {importState} from '../../services/exchange/state-file.ts';
import {pipedInput} from '../../command-line/words.ts';
import {counted} from '../../output/counted.ts';

/**
 * `inkwell import`: OPML, newsboat's `urls`, or what `inkwell export --state` wrote, from a file or an
 * address. Nothing is fetched.
 */
export async function run(context: CommandContext<'import'>): Promise<number> {
  const {flags, output, ports, signal, words} = context;
  const [file = '-'] = words;
  const piped = pipedInput(file);
  const problems: Problem[] = [];
  const content = piped
    ? await contentIn(piped, nameOf(file))
    : await contentOf(file, ports, problems, signal);
  const services = await servicesOf(context);
  const consent = {folders: flags.folders ?? false, settings: flags.settings ?? false};
  const imported =
    content.kind === 'state'
      ? await importState(content.parts, consent, services, problems, signal)
      : importSources(content.text, consent.folders, services.library, problems);
  if (flags.json) await output.json({version: 1, ...imported, problems: problems.map(problemJson)});
  else await report(imported, problems, output);
  if (problems.length === 0) return EXIT.done;
  return Object.values(imported).some(count => count > 0) ? EXIT.partly : EXIT.failed;
}

const nameOf = (file: string): string => (file === '-' ? 'Standard input' : file);

type Report = Imported & Readonly<{preferences?: number}>;

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
