import {existsSync, mkdirSync, readdirSync, rmSync} from 'node:fs';
import {join} from 'node:path';
import {commandPlaces} from './commands.ts';
import type {Figures} from './measure/figures.ts';
import {Session} from './measure/session.ts';
import {inkwellAt} from './programs.ts';

/** The journal that opens by default, and a folder that is named on the command line. */
export const NAMED = ['the journal', 'a named folder'] as const;

/**
 * The first start of all, without compiled code; a warm one without an image; and the second, which has one.
 */
export async function namedStarts(folder: string, figures: Figures): Promise<void> {
  for (const name of NAMED) {
    const home = join(folder, `named-${name.replaceAll(' ', '-')}`);
    rmSync(home, {recursive: true, force: true});
    mkdirSync(home, {recursive: true});
    const words = name === 'the journal' ? [] : [commandPlaces(folder).posts];
    const program = inkwellAt(name, home);
    const start = async (): Promise<number> => {
      const session = new Session({...program, command: [...program.command, ...words]});
      const frame = await session.shows(program.ready);
      await session.quiet(2500);
      await session.leave(program.quit);
      return frame;
    };
    figures.note(name, 'first ever', await start());
    await start();
    figures.note(name, 'second', await start());
    const code = join(home, 'cache/inkwell/code');
    if (existsSync(code)) rmImages(code);
    figures.note(name, 'warm', await start());
    const node = new Session({
      name,
      command: [process.execPath, '-e', "process.stdout.write('ready'); setTimeout(() => {}, 60_000)"],
      ready: 'ready',
      quit: ['\u0003'],
    });
    figures.note(name, 'node', await node.shows('ready'));
    await node.leave(['\u0003']);
  }
}

function rmImages(code: string): void {
  for (const name of readdirSync(code))
    if (/^launch.*\.json$/.test(name)) rmSync(join(code, name), {force: true});
}
