import type {Figures} from './measure/figures.ts';
import {Session} from './measure/session.ts';
import {inkwell} from './programs.ts';

const TEN_MINUTES = 600_000;

/** Processor time of a reader that is open and left alone, once it has done what it does in idle moments. */
export async function idle(folder: string, figures: Figures): Promise<void> {
  const program = inkwell(folder, {name: '1k', feeds: 100, articles: 10});
  const session = new Session(program);
  await session.shows(program.ready);
  await session.quiet(15_000);
  const before = session.cpu() ?? Number.NaN;
  await session.quiet(TEN_MINUTES);
  figures.note('idle', 'cpu', (session.cpu() ?? Number.NaN) - before);
  await session.leave(program.quit);
}
