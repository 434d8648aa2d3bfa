import {safeText} from '../domain/text/sink.ts';
import {redact} from './redact.ts';

/** Causes of causes that are told. */
const DEPTH = 4;

/** Characters of a message: what is longer quotes something. */
const MESSAGE = 300;

/** The report of an error: where it happened, and nothing that was read. */
export function faultText(error: unknown, home: string, facts: Readonly<Record<string, string>>): string {
  const lines = Object.entries(facts).map(([name, value]) => `${name}: ${value}`);
  let cause = error;
  for (let depth = 0; depth < DEPTH && cause !== undefined; depth++) {
    lines.push('', ...linesOf(cause, home));
    cause = cause instanceof Error ? cause.cause : undefined;
  }
  return safeText(`${lines.join('\n')}\n`);
}

function linesOf(error: unknown, home: string): string[] {
  if (!(error instanceof Error)) return [`Thrown: a value of type ${typeof error}`];
  // The first lines of a stack repeat the message.
  const frames = (error.stack ?? '').split('\n').filter(line => /^\s+at /.test(line));
  const message = withoutQuotes(error.message).slice(0, MESSAGE);
  return [`${error.name}: ${message}`, ...frames].map(line => withoutPrivateData(line, home));
}

/** Errors of parsers quote what they were reading. */
function withoutQuotes(message: string): string {
  return (message.split('\n', 1)[0] ?? '').replaceAll(/(["'`])(?=.{24}).*\1|“[^”]{24,}”/g, '“…”');
}

function withoutPrivateData(line: string, home: string): string {
  const here = home.length > 1 ? line.replaceAll(home, '~') : line;
  return redact(here.replaceAll(/(https?:\/\/[^\s?#"')]+)[?#][^\s"')]*/gi, '$1?…'));
}
