import {stripVTControlCharacters} from 'node:util';
import {render} from 'ink-testing-library';
import {layoutOf} from '../../source/app/layout.ts';
import type {State} from '../../source/app/state.ts';
import {themeNamed} from '../../source/domain/themes.ts';
import {UNICODE} from '../../source/ui/glyphs.ts';
import {LookProvider} from '../../source/ui/look.ts';
import {Screen} from '../../source/ui/screen.tsx';

/** What a state comes to on the screen, line by line, without its colours. */
export function frameOf(state: State): string[] {
  const {lastFrame, unmount} = render(
    <LookProvider value={{theme: themeNamed('terminal'), glyphs: UNICODE, colors: 3}}>
      <Screen state={state} layout={layoutOf(state)} />
    </LookProvider>,
  );
  const frame = lastFrame() ?? '';
  unmount();
  return stripVTControlCharacters(frame).split('\n');
}
