import {articleJson} from '../domain/article/article-json.ts';
import type {CommandInput, CommandRun, OwnCommand} from '../domain/command/own-command.ts';
import {ProblemError, toProblem} from '../domain/problem.ts';
import {nearest} from '../domain/text/nearest.ts';
import type {ArticleRow} from '../domain/query/view.ts';
import {markdownDocument, storedText, wholeText} from './article-text.ts';
import type {Services} from './context.ts';
import {GONE} from './mark.ts';

/** Runs a job of a command outside of Inkwell. */
export type RunJob = (job: CommandRun, signal: AbortSignal) => Promise<void>;

/** Characters of a value in the environment, where a kernel takes no more than a page or two of each. */
const LONGEST = 4000;

/** Ids of articles in the environment of one run; all of them are in its input. */
const MOST_IDS = 200;

/** A command of the reader's own. @throws ProblemError where there is none of this name. */
export function findCommand({options}: Pick<Services, 'options'>, name: string): OwnCommand {
  const found = options.commands.find(command => command.name === name);
  if (found) return found;
  const near = nearest(
    name,
    options.commands.map(command => command.name),
  );
  throw new ProblemError({
    kind: 'missing',
    message: `You have no command called ${name}.`,
    advice:
      near === undefined
        ? 'Commands are written in the preferences, under "commands"; docs/rules.md has examples.'
        : `Did you mean ${near}?`,
  });
}

/**
 * Runs a command on articles: once for each, or once for all where it is for a selection or for what is new.
 * Returns how many runs succeeded; each failure is reported, and the others go on.
 */
export async function runOwnCommand(
  command: OwnCommand,
  ids: readonly string[],
  services: Services,
  run: RunJob,
  signal: AbortSignal,
): Promise<number> {
  const groups =
    (command.on ?? 'article') === 'article' ? ids.map(id => [id]) : ids.length === 0 ? [] : [ids];
  let done = 0;
  for (const group of groups) {
    if (signal.aborted) break;
    try {
      await run(await jobOf(command, group, services, signal), signal);
      done++;
    } catch (error) {
      services.report.problem(toProblem(error));
      // One that is not there is not there for the others either.
      if (toProblem(error).kind === 'missing') break;
    }
  }
  return done;
}

async function jobOf(
  command: OwnCommand,
  ids: readonly string[],
  services: Services,
  signal: AbortSignal,
): Promise<CommandRun> {
  const rows = ids.flatMap(id => services.library.article(id) ?? []);
  const [row] = rows;
  if (!row) throw new ProblemError({kind: 'refused', message: GONE});
  const {name, run: line, input = 'json', terminal = false} = command;
  return {
    name,
    line,
    input: await inputOf(input, rows, services, signal),
    environment: environmentOf(rows),
    terminal,
    seconds: services.options.limits.command,
  };
}

async function inputOf(
  form: CommandInput,
  rows: readonly ArticleRow[],
  services: Services,
  signal: AbortSignal,
): Promise<string> {
  if (form === 'url') return rows.map(({url}) => `${url ?? ''}\n`).join('');
  const texts: {row: ArticleRow; markdown: string}[] = [];
  for (const row of rows) {
    const text = storedText(services.library, row.id);
    texts.push({row, markdown: text ? await wholeText(text, services, signal) : ''});
  }
  if (form === 'markdown')
    return texts.map(({row, markdown}) => markdownDocument(row, markdown)).join('\n---\n\n');
  return `${JSON.stringify({version: 1, articles: texts.map(({row, markdown}) => articleJson({...row, markdown}))})}\n`;
}

/** Values for a short script: nothing of it is ever a part of the line that is run. */
function environmentOf(rows: readonly ArticleRow[]): Readonly<Record<string, string>> {
  const [row] = rows;
  if (!row) return {};
  const values = {
    INKWELL_ID: row.id,
    INKWELL_TITLE: row.title,
    INKWELL_URL: row.url ?? '',
    INKWELL_AUTHOR: row.authors.map(({name}) => name).join(', '),
    INKWELL_PUBLICATION: row.publicationTitle,
    INKWELL_DATE: row.publishedAt ?? '',
    INKWELL_TAGS: [...row.tags, ...(row.ownTags ?? [])].join(','),
    INKWELL_COUNT: String(rows.length),
    INKWELL_IDS: rows
      .slice(0, MOST_IDS)
      .map(({id}) => id)
      .join(' '),
  };
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, value.replaceAll('\0', '').slice(0, LONGEST)]),
  );
}
