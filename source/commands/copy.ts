import {ProblemError} from '../domain/problem.ts';
import type {CommandContext} from '../command-line/table.ts';
import {EXIT} from '../runtime/exit.ts';
import {findArticle, type FoundArticle} from '../services/find-article.ts';
import {pageStyle} from '../output/page-style.ts';
import {markdownPage, sheetOf} from '../output/print-article.ts';
import {wholeText} from './read.ts';

/** `inkwell copy`: into the clipboard, by way of the terminal, as the reader's keys do it; also over ssh. */
export async function run(context: CommandContext<'copy'>): Promise<number> {
  const {flags, output, words} = context;
  const terminal = [process.stdout, process.stderr].find(({isTTY}) => isTTY);
  if (!terminal)
    throw new ProblemError({
      kind: 'unsupported',
      message: 'There is no terminal here whose clipboard could be reached.',
      advice: '"inkwell read ID --format markdown" prints the text, for a program that copies.',
    });
  const {what = 'address'} = flags;
  const text = await textOf(what, await findArticle(words[0] ?? '', context), context);
  const {copyText} = await import('../platform/clipboard.ts');
  copyText(text, bytes => terminal.write(bytes));
  output.note(`Copied the ${what}.`);
  return EXIT.done;
}

async function textOf(
  what: 'address' | 'article' | 'code',
  found: FoundArticle,
  context: CommandContext<'copy'>,
): Promise<string> {
  if (what === 'address') return found.article.url ?? missing('no address on the web');
  const readable = {...found, markdown: await wholeText(found, context)};
  if (what === 'article') return markdownPage(readable);
  const typesetter = await context.ports.typesetter();
  const {codes} = typesetter.set(sheetOf(readable), pageStyle(context, {isStyled: false, width: undefined}));
  const {block = 1} = context.flags;
  return codes[block - 1]?.text ?? missing(codes.length === 0 ? 'no code' : `${codes.length} blocks of code`);
}

function missing(what: string): never {
  throw new ProblemError({kind: 'missing', message: `This article has ${what}.`});
}
