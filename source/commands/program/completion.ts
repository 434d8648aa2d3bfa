import type {CommandContext} from '../../command-line/table.ts';
import {EXIT, Misuse} from '../../runtime/exit.ts';
import {SCRIPTS} from '../../command-line/completion-scripts.ts';
import {suggest} from '../../command-line/suggest.ts';

/**
 * `inkwell completion bash|zsh|fish` prints a small script; it asks `inkwell completion suggest -- WORDS…` at
 * each Tab, so that what is suggested is never older than the program.
 */
export async function run(context: CommandContext<'completion'>): Promise<number> {
  const [shell = '', ...words] = context.words;
  const {output} = context;
  if (shell === 'suggest') {
    for (const {word, about} of await suggest(words, context)) await output.text(`${word}\t${about}\n`);
    return EXIT.done;
  }
  const script = Object.hasOwn(SCRIPTS, shell) ? SCRIPTS[shell] : undefined;
  if (script === undefined)
    throw new Misuse(`There are completions for ${Object.keys(SCRIPTS).join(', ')}, not for "${shell}".`);
  await output.text(script);
  return EXIT.done;
}
