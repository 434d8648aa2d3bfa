import type {CommandContext} from '../../command-line/table.ts';
import {checkQuery, expandWords} from '../../command-line/words.ts';
import {counted} from '../../output/counted.ts';
import {EXIT, Misuse} from '../../runtime/exit.ts';
import {servicesOf} from '../../runtime/services.ts';
import {idsToMark} from '../../services/mark.ts';
import {findCommand, runOwnCommand} from '../../services/own-commands.ts';
import {desktopOf} from './own.ts';

/** `inkwell run`: one of the reader's own commands, on articles. */
export async function run(context: CommandContext<'run'>): Promise<number> {
  const {flags, options, output} = context;
  const [name, ...words] = context.words;
  if (name === undefined) {
    for (const {name: each, run: line} of options.commands)
      await output.text(`${each}${output.isSpoken ? ': ' : '\t'}${line}\n`);
    if (options.commands.length === 0) output.note('You have no commands of your own yet.');
    return EXIT.done;
  }
  checkQuery(flags.query, output);
  const command = findCommand({options}, name);
  if (words.length === 0 && flags.query === undefined)
    throw new Misuse('Missing: ids of articles, or --query.');
  const services = await servicesOf(context);
  const ids = idsToMark(services.library, await expandWords(words), flags.query);
  const runs = (command.on ?? 'article') === 'article' ? ids.length : Math.min(1, ids.length);
  const done = await runOwnCommand(command, ids, services, desktopOf(services).run, context.signal);
  if (done > 0) output.note(`Ran ${name} on ${counted(ids.length, 'article')}.`);
  return done === runs ? EXIT.done : done > 0 ? EXIT.partly : EXIT.failed;
}
