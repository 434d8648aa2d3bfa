import type {CommandContext} from '../../command-line/table.ts';
import {checkQuery, expandWords} from '../../command-line/words.ts';
import {counted} from '../../output/counted.ts';
import {EXIT, Misuse} from '../../runtime/exit.ts';
import {servicesOf} from '../../runtime/services.ts';
import {idsToMark, tagArticles, tagNames} from '../../services/mark.ts';

/** `inkwell tag`: adds and removes own tags, or lists them. Each run is one act and can be undone. */
export async function run(context: CommandContext<'tag'>): Promise<number> {
  const {flags, output, words} = context;
  if (words.length === 0 && flags.query === undefined) return await list(context);
  const [add, remove] = ['+', '-'].map(sign =>
    tagNames(words.filter(word => word.startsWith(sign) && word !== '-').map(word => word.slice(1))),
  );
  const named = words.filter(word => word === '-' || !/^[+-]/.test(word));
  if (!add || !remove || add.length + remove.length === 0)
    throw new Misuse('Missing: a tag, as +later or -later.');
  checkQuery(flags.query, output);
  if (named.length === 0 && flags.query === undefined)
    throw new Misuse('Missing: ids of articles, or --query.');
  const services = await servicesOf(context);
  const ids = idsToMark(services.library, await expandWords(named), flags.query);
  let tagged = 0;
  tagArticles(ids, {add, remove}, services, changed => (tagged = changed));
  if (flags.json) await output.json({version: 1, tagged, tags: services.library.tags()});
  else output.note(tagged === 0 ? 'No tag changed.' : `Changed the tags of ${counted(tagged, 'article')}.`);
  return EXIT.done;
}

async function list({flags, output, ports}: CommandContext<'tag'>): Promise<number> {
  const tags = (await ports.existingLibrary())?.tags() ?? [];
  if (flags.json) await output.json({version: 1, tagged: 0, tags});
  else for (const {name, count} of tags) await output.text(`${name}\t${count}\n`);
  if (tags.length === 0 && !flags.json) output.note('You have no tags yet.');
  return EXIT.done;
}
