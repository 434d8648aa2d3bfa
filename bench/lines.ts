import type {Figures} from './measure/figures.ts';
import {Session} from './measure/session.ts';
import {inkwell} from './programs.ts';

/** Bits a second of the terminals. */
export const LINES = [9600, 38_400] as const;

/** A held key over a slow line: how long after the last press the screen is still catching up. */
export async function lines(folder: string, figures: Figures): Promise<void> {
  for (const baud of LINES) {
    const program = inkwell(folder, {name: '1k', feeds: 100, articles: 10});
    const session = new Session({...program, baud});
    const note = (what: string, value: number): void => figures.note(`line, ${baud} baud`, what, value);
    note('frame', await session.shows(program.ready));
    await session.quiet(3000);
    // The line is learnt while the key is held.
    await session.hold('j', 150, 30);
    note('behind', await session.hold('j', 150, 30));
    note('behind', await session.hold('k', 150, 30));
    await session.leave(program.quit);
  }
}
