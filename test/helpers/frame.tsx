import {stripVTControlCharacters} from 'node:util';
import {render} from 'ink-testing-library';
import {layoutOf} from '../../source/app/core/layout.ts';
import type {State} from '../../source/app/core/state.ts';
import {themeNamed} from '../../source/domain/theme/themes.ts';
import {UNICODE} from '../../source/screen/glyphs.ts';
import {LookProvider} from '../../source/screen/look.ts';
import {Screen} from '../../source/ui/screens/screen.tsx';

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
