import {mkdir} from 'node:fs/promises';
import {join} from 'node:path';
import {onTestFinished} from 'vitest';
import {writeBlog} from './blog.ts';
import type {BlogOptions} from './blog.ts';
import {commands} from './commands.ts';
import {temporaryHome} from './temporary-home.ts';
import type {Home} from './temporary-home.ts';
import {Terminal} from './terminal.ts';
import type {TerminalOptions} from './terminal.ts';
import {webServer} from './web-server.ts';
import type {WebServer} from './web-server.ts';

/** An empty home that goes when the test ends. */
export async function aHome(): Promise<Home> {
  const home = await temporaryHome();
  onTestFinished(home.remove);
  return home;
}

/** The reader in a terminal; it is ended when the test ends, whatever happened. */
export function reader(home: Home, options: TerminalOptions = {}): Terminal {
  const terminal = new Terminal({...options, environment: {...home.environment, ...options.environment}});
  onTestFinished(() => terminal.close());
  return terminal;
}

/** The reader on a small blog of twelve entries. */
export async function readerOnBlog(
  options: TerminalOptions & BlogOptions = {},
): Promise<{terminal: Terminal; home: Home; blog: string}> {
  const home = await aHome();
  const {newsletter, articles, ships, ...rest} = options;
  const blog = await writeBlog(home.folder, {
    ...(newsletter !== undefined && {newsletter}),
    ...(articles !== undefined && {articles}),
    ...(ships !== undefined && {ships}),
  });
  const terminal = reader(home, {...rest, arguments: [blog, ...(rest.arguments ?? [])]});
  // To the end of the frame, or of the sentence.
  await terminal.until(/Entry 1 of the log[\s\S]*(?:1 of \d+|minute read)$/);
  return {terminal, home, blog};
}

export async function aServer(): Promise<WebServer> {
  const server = await webServer();
  onTestFinished(server.close);
  return server;
}

/** A home that follows North and South, three entries each; `change` is given each blog before it is added. */
export async function homeWithTwoBlogs(change?: (blog: string) => Promise<void>): Promise<Home> {
  const home = await aHome();
  const run = commands(home);
  for (const name of ['North', 'South']) {
    await mkdir(join(home.folder, name));
    const blog = await writeBlog(join(home.folder, name), {articles: 3});
    await change?.(blog);
    await run(['add', blog]);
    await run(['arrange', blog, '--name', name]);
  }
  return home;
}
