import {rmSync} from 'node:fs';
import type {Figures} from './measure/figures.ts';
import {Session} from './measure/session.ts';
import {ENTRY, floors, inkwell, newsboat, viewers} from './programs.ts';
import type {Size} from './programs.ts';
import {searchInkwell, searchNewsboat} from './stories.ts';
import type {Contender} from './stories.ts';

const SIZES: readonly Size[] = [
  {name: '1k', feeds: 100, articles: 10},
  {name: '10k', feeds: 100, articles: 100},
  {name: '100k', feeds: 1000, articles: 100},
];

type Extent = Readonly<{quick: boolean; slow: boolean}>;

/** All that take turns; the first run fills what they read. */
export async function contendersFor(folder: string, {quick, slow}: Extent): Promise<readonly Contender[]> {
  const contenders: Contender[] = (await floors(folder)).map(program => ({program, moves: false}));
  for (const size of quick ? SIZES.slice(0, 1) : SIZES) {
    const program = inkwell(folder, size);
    const before = (): void => rmSync(program.image, {force: true});
    contenders.push({program, before, moves: true, search: searchInkwell});
    contenders.push({program: {...program, name: `${program.name}, launch image`}, moves: false});
    const isSlow = size.name === '100k';
    const other = isSlow && !slow ? undefined : await newsboat(folder, size);
    const enter = ['\u001BOF', '\r', 'A00000'] as const;
    if (other)
      contenders.push({program: other, enter, moves: true, search: searchNewsboat, ...(isSlow && {most: 1})});
  }
  for (const program of viewers(folder)) contenders.push({program, moves: true});
  return contenders;
}

/** Programs that answer and end. */
export async function startsOf(figures: Figures): Promise<void> {
  const starts = {'node -e 0': ['-e', '0'], 'inkwell --version': [ENTRY, '--version']};
  for (let time = 0; time < 3; time++)
    for (const [name, words] of Object.entries(starts)) {
      const session = new Session({name, command: [process.execPath, ...words], ready: '', quit: []});
      figures.note(name, 'frame', await session.ends());
    }
}
