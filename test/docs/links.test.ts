import {existsSync} from 'node:fs';
import {dirname, join, relative} from 'node:path';
import {expect, test} from 'vitest';
import {findCommand} from '../../source/command-line/find-command.ts';
import {parse} from '../../source/command-line/parse.ts';
import {COMMANDS} from '../../source/command-line/table.ts';
import {anchorsOf, blocksOf, DOCUMENTS, inlineCodeOf, linksOf, ROOT} from './documents.ts';

test.each(DOCUMENTS)('the links of %s lead somewhere', document => {
  const broken = linksOf(document).filter(target => {
    if (/^[a-z]+:/.test(target)) return !/^(?:https|mailto):/.test(target);
    const [path = '', anchor] = target.split('#');
    const file = path === '' ? document : relative(ROOT, join(ROOT, dirname(document), path));
    if (!existsSync(join(ROOT, file))) return true;
    return anchor !== undefined && !anchorsOf(file).includes(anchor);
  });
  expect(broken).toEqual([]);
});

test.each(DOCUMENTS)('the commands within the sentences of %s are such as Inkwell takes', document => {
  const commands = inlineCodeOf(document).filter(code => /^inkwell [^…]+$/.test(code));
  expect(commands.filter(command => refusal(command) !== undefined)).toEqual([]);
});

test.each(DOCUMENTS)('the commands in blocks of %s are marked as such, so that they are run', document => {
  const unmarked = blocksOf(document).filter(
    ({language, text}) =>
      language === '' && /^(?:inkwell|npm|npx|acme-blog)\b(?! *, a reader| --help\.$)/m.test(text),
  );
  expect(unmarked.map(({text}) => text)).toEqual([]);
});

/** Why Inkwell would not take a command line, as far as that is known without running it. */
function refusal(command: string): string | undefined {
  const [, ...words] = command.match(/'[^']*'|"[^"]*"|\S+/g) ?? [];
  const end = words.findIndex(word => ['|', '>', '<', '&&'].includes(word));
  try {
    const {name, rest, wantsHelp} = findCommand(end === -1 ? words : words.slice(0, end));
    if (!wantsHelp) parse(rest, name && COMMANDS[name]);
    return undefined;
  } catch (error) {
    return String(error);
  }
}
