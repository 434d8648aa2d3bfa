import type {CommandContext} from '../../command-line/table.ts';
import {ProblemError} from '../../domain/problem.ts';
import type {Library} from '../../ports/library.ts';
import {EXIT} from '../../runtime/exit.ts';
import {servicesOf} from '../../runtime/services.ts';
import {undoneSentence} from '../../services/undo/undo.ts';

/** `inkwell history`: lists what can be undone, or undoes one of it. */
export async function run(context: CommandContext<'history'>): Promise<number> {
  const {flags, output} = context;
  const {undo} = flags;
  const undone = undo === undefined ? undefined : undoNumbered((await servicesOf(context)).library, undo);
  const library = await context.ports.existingLibrary();
  const acts = (library?.acts() ?? []).map(({number, description}) => ({number, description}));
  if (flags.json) {
    await output.json({version: 1, acts, ...(undone && {undone})});
    return EXIT.done;
  }
  if (undone !== undefined) output.note(undoneSentence(undone));
  else if (acts.length === 0) output.note('Nothing to undo.');
  else for (const {number, description} of acts) await output.text(`${number}\t${description}\n`);
  return EXIT.done;
}

function undoNumbered(library: Library, number: number): string {
  const undone = library.undo({number});
  if (undone) return undone.description;
  throw new ProblemError({
    kind: 'missing',
    message: `There is no change with the number ${number} to undo.`,
    advice: '"inkwell history" shows the numbers.',
  });
}
