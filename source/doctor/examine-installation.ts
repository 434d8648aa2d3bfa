import {accessSync, constants, existsSync, statSync} from 'node:fs';
import {toProblem} from '../domain/problem.ts';
import type {Context} from '../runtime/context.ts';
import {examineAccounts} from './examine-accounts.ts';
import {examineTerminal} from './examine-terminal.ts';
import type {Finding} from './finding.ts';
import {followed} from '../services/find-source.ts';
import {version} from '../runtime/version.ts';
import {counted} from '../output/counted.ts';

/** Program, terminal, files, library and sources. Nothing is fetched. */
export async function examineInstallation(context: Context): Promise<readonly Finding[]> {
  return [
    ...program(),
    ...examineTerminal(context.options),
    ...files(context),
    ...(await library(context)),
    ...(await examineAccounts(context)),
  ];
}

function program(): readonly Finding[] {
  const area = 'Program';
  const proxy = ['https_proxy', 'HTTPS_PROXY', 'http_proxy', 'HTTP_PROXY', 'all_proxy', 'ALL_PROXY'].find(
    name => process.env[name],
  );
  return [
    {area, name: 'Inkwell', state: 'good', message: version},
    {
      area,
      name: 'Node',
      state: 'good',
      message: `${process.versions.node} on ${process.platform} ${process.arch}`,
    },
    {
      area,
      name: 'Proxy',
      state: 'note',
      message: proxy ? `${withoutSecret(process.env[proxy] ?? '')} from ${proxy}` : 'none',
    },
  ];
}

/** A proxy's address may hold a name and a password. */
const withoutSecret = (address: string): string => address.replace(/\/\/[^@/]*@/, '//');

function files({paths, preferences}: Context): readonly Finding[] {
  const area = 'Files';
  return [
    ...(preferences.faults.length === 0
      ? [
          {
            area,
            name: 'preferences',
            state: 'good',
            message: existsSync(preferences.file) ? preferences.file : `${preferences.file} (none yet)`,
          } as const,
        ]
      : preferences.faults.map(
          message =>
            ({
              area,
              name: 'preferences',
              state: 'error',
              message,
              advice: 'Mend the line, or take it out.',
            }) as const,
        )),
    place(area, 'config folder', paths.config, 0o700),
    place(area, 'data folder', paths.data, 0o700),
    place(area, 'cache folder', paths.cache, 0o700),
    ...(existsSync(paths.library) ? [place(area, 'library', paths.library, 0o600)] : []),
  ];
}

/** A file or folder that only its owner can read, and that can be written. */
function place(area: string, name: string, path: string, mode: number): Finding {
  if (!existsSync(path)) return {area, name, state: 'good', message: `${path} (none yet)`};
  try {
    accessSync(path, constants.R_OK | constants.W_OK);
  } catch {
    return {
      area,
      name,
      state: 'error',
      message: `${path} can't be written.`,
      advice: `See whom it belongs to: ls -ld ${path}`,
    };
  }
  const open = process.platform === 'win32' ? 0 : statSync(path).mode & 0o077;
  if (open === 0) return {area, name, state: 'good', message: path};
  return {
    area,
    name,
    state: 'warning',
    message: `${path} can be ${(open & 0o022) === 0 ? 'read' : 'written'} by other users.`,
    advice: `chmod ${mode.toString(8)} ${path}`,
  };
}

async function library({paths, ports}: Context): Promise<readonly Finding[]> {
  const area = 'Library';
  try {
    const opened = await ports.existingLibrary();
    if (!opened)
      return [{area, name: 'file', state: 'note', message: 'none yet; "inkwell add SOURCE" begins one'}];
    const all = followed(opened);
    const articles = opened.publications().reduce((sum, {total}) => sum + total, 0);
    const megabytes = (statSync(paths.library).size / 1e6).toFixed(1);
    return [
      {
        area,
        name: 'file',
        state: 'good',
        message: `opens; ${counted(articles, 'article')} of ${counted(all.length, 'source')}, ${megabytes} MB`,
      },
      ...all.map(({row, source}): Finding => {
        const when = source.fetchedAt
          ? `fetched ${source.fetchedAt.slice(0, 16).replace('T', ' ')}`
          : 'not fetched yet';
        const about = {
          area: 'Sources',
          name: row.id,
          message: `${row.title}: ${row.problem ? `${row.problem.message} ` : ''}${when}, ${counted(row.total, 'article')}`,
        } as const;
        if (!row.problem) return {...about, state: 'good'};
        return {
          ...about,
          state: source.failures >= 3 ? 'error' : 'warning',
          advice: row.problem.advice ?? `Look closer with "inkwell doctor ${source.location}".`,
        };
      }),
    ];
  } catch (error) {
    const problem = toProblem(error);
    return [
      {
        area,
        name: 'file',
        state: 'error',
        message: problem.message,
        advice:
          problem.advice ??
          'Copy the file elsewhere, then try again; "inkwell config path" shows the place of the other files.',
      },
    ];
  }
}
