import {ProblemError} from '../../domain/problem.ts';
import type {Context} from '../../runtime/context.ts';
import type {CommandContext} from '../../command-line/table.ts';
import {EXIT} from '../../runtime/exit.ts';
import {readingServicesOf} from '../../runtime/services.ts';
import {wholeText, type Text, markdownDocument} from '../../services/article-text.ts';
import type {ReadingServices} from '../../services/context.ts';
import {pageStyle} from '../../output/page-style.ts';
import {sheetOf} from '../../output/print-article.ts';
import {findTarget} from './read.ts';

/**
 * `inkwell copy`: copies to the clipboard through the terminal, as the reader's keys do; works over ssh too.
 */
export async function run(context: CommandContext<'copy'>): Promise<number> {
  const {flags, output, words} = context;
  const terminal = [process.stdout, process.stderr].find(({isTTY}) => isTTY);
  if (!terminal)
    throw new ProblemError({
      kind: 'unsupported',
      message: "Can't copy: not running in a terminal.",
      advice: '"inkwell read ID --format markdown" prints the text, for a program that copies.',
    });
  const {what = 'address'} = flags;
  const services = await readingServicesOf(context);
  const found = await findTarget(words[0] ?? '', services, context);
  const text = await textToCopy(what, found, services, context);
  const {copiedMessage, copyText} = await import('../../platform/clipboard.ts');
  output.note(copiedMessage(what, await copyText(text, bytes => terminal.write(bytes))));
  return EXIT.done;
}

/** The text that goes to the clipboard. */
export async function textToCopy(
  what: 'address' | 'article' | 'code',
  found: Text,
  services: ReadingServices,
  context: Context & Readonly<{flags: Pick<CommandContext<'copy'>['flags'], 'block'>}>,
): Promise<string> {
  if (what === 'address') return found.article.url ?? missing('no address on the web');
  const markdown = await wholeText(found, services, context.signal);
  if (what === 'article') return markdownDocument(found.article, markdown);
  const typesetter = await context.ports.typesetter();
  const {codes} = typesetter.set(
    sheetOf({...found, markdown}),
    pageStyle(context, {isStyled: false, width: undefined}),
  );
  const {block = 1} = context.flags;
  return codes[block - 1]?.text ?? missing(codes.length === 0 ? 'no code' : `${codes.length} blocks of code`);
}

function missing(what: string): never {
  throw new ProblemError({kind: 'missing', message: `This article has ${what}.`});
}
