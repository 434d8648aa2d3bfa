import {Box} from 'ink';
import type {ReactNode} from 'react';
import {commandMatches} from '../app/command-line.ts';
import {entryOf} from '../app/keymap.ts';
import type {AskPurpose, Overlay, State} from '../app/state.ts';
import {screenOf} from '../app/state.ts';
import {FieldLine} from './field-line.tsx';
import {fit, segment} from './line.ts';
import type {Line as LineOfSegments} from './line.ts';
import {Line} from './lines.tsx';

type Asking = Extract<Overlay, {kind: 'ask'}>;

const LABELS: Readonly<Record<AskPurpose, string>> = {
  filter: '/',
  find: '/',
  command: ':',
  save: 'Save as ',
  pipe: 'Pipe to ',
  add: 'Add a blog: address or folder ',
};

/** The line that is typed in place of the status line, with what came of it so far at its right. */
export function AskLine({state, asking}: Readonly<{state: State; asking: Asking}>): ReactNode {
  const label = ` ${LABELS[asking.purpose]}`;
  const answer = fit(answerTo(state, asking), Math.max(0, Math.floor(state.columns / 2)));
  const width = Math.max(4, state.columns - label.length - answer.length - 3);
  return (
    <Box height={1}>
      <Line line={[segment(label, 'accent', true)]} />
      <FieldLine field={asking.field} width={width} x={label.length} y={state.rows - 1} />
      <Line line={[segment(`  ${answer}`, 'quiet')]} />
    </Box>
  );
}

function answerTo(state: State, {purpose, field}: Asking): string {
  const screen = screenOf(state);
  if (purpose === 'filter' && screen.kind === 'list' && field.value !== '')
    return `${screen.window.total} found`;
  if (purpose === 'find' && screen.kind === 'article' && field.value !== '') {
    const {find} = screen;
    return find && find.spans.length > 0 ? `${find.current + 1} of ${find.spans.length}` : 'not found';
  }
  return purpose === 'command' || purpose === 'filter' || purpose === 'find'
    ? ''
    : 'Enter does it  Esc leaves';
}

/** What the command line could mean, above it. */
export function commandLines({field, completing}: Asking, width: number): readonly LineOfSegments[] {
  return commandMatches(completing?.typed ?? field.value)
    .slice(0, 8)
    .map((act, index) => [
      segment(
        `  ${act.padEnd(18)}`,
        index === completing?.selected ? 'selected' : 'text',
        index === completing?.selected,
      ),
      segment(fit(entryOf(act).title, width - 22), 'quiet'),
    ]);
}
