import {Box} from 'ink';
import type {ReactNode} from 'react';
import type {Pane} from '../app/panes.ts';
import type {State} from '../app/state.ts';
import {FieldLine} from './field-line.tsx';
import {segment, widthOf} from './line.ts';
import {Line, Lines} from './lines.tsx';
import {useLook} from './look.ts';
import {PANE_TITLES, paneLines, shareOf} from './pane-lines.ts';

type Props = Readonly<{state: State; pane: Pane; height: number}>;

/** What stands over a screen; while the help is searched, what is typed stands in its title. */
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
