import {Box} from 'ink';
import type {ReactNode} from 'react';
import type {Pane} from '../../app/overlays/panes.ts';
import type {State} from '../../app/core/state.ts';
import {FieldLine} from '../prompts/field-line.tsx';
import {segment, widthOf} from '../parts/line.ts';
import {Line, Lines} from '../parts/lines.tsx';
import {useLook} from '../../screen/look.ts';
import {PANE_TITLES, paneLines, shareOf} from './pane-lines.ts';

type Props = Readonly<{state: State; pane: Pane; height: number}>;

/** A pane over a screen; while the help is searched, the typed words stand in its title. */
export function PaneScreen({state, pane, height}: Props): ReactNode {
  const {glyphs} = useLook();
  const lines = paneLines(state, pane, glyphs);
  if (pane.kind !== 'help' || !pane.isTyping) return <Lines lines={lines} height={height} />;
  const title = [segment(`  ${PANE_TITLES.help}`, 'accent', true), segment('  /', 'text')];
  const share = [segment(shareOf(state, pane), 'quiet')];
  const x = widthOf(title);
  return (
    <Box flexDirection="column" height={height} overflow="hidden">
      <Box height={1}>
        <Line line={title} />
        <FieldLine
          field={pane.field}
          width={Math.max(4, state.columns - 3 - x - widthOf(share))}
          x={x}
          y={0}
        />
        <Line line={[segment(' '), ...share]} />
      </Box>
      <Lines lines={lines.slice(1)} height={height - 1} />
    </Box>
  );
}
