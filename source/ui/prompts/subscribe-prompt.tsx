import {Box} from 'ink';
import type {ReactNode} from 'react';
import type {State, SubscribePrompt as Prompt} from '../../app/core/state.ts';
import {FieldLine} from './field-line.tsx';
import {BLANK, segment} from '../parts/line.ts';
import type {Line as LineOfSegments} from '../parts/line.ts';
import {Line} from '../parts/lines.tsx';
import {EMAIL_LABEL, promptLines} from './subscribe-lines.ts';

type Props = Readonly<{state: State; prompt: Prompt; height: number}>;

/**
 * The email prompt, alone on the screen: nothing else has the reader's attention while an address is typed.
 */
export function SubscribePrompt({state, prompt, height}: Props): ReactNode {
  const margin = state.columns >= 60 ? 4 : 1;
  const width = Math.min(68, state.columns - 2 * margin);
  const left = Math.max(margin, Math.floor((state.columns - width) / 2));
  const {above, below, hasField} = promptLines(prompt, width);
  const fieldRows = hasField ? 1 : 0;
  // In a low window the words above give way first, then what stands below; the field stays.
  const answers = below.slice(0, Math.max(0, height - fieldRows));
  const shown = shortened(above, Math.max(0, height - answers.length - fieldRows));
  const top = Math.max(0, Math.min(3, height - shown.length - answers.length - fieldRows));
  const label: LineOfSegments = [segment(EMAIL_LABEL, 'quiet')];
  return (
    <Box flexDirection="column" height={height} paddingLeft={left} paddingTop={top} overflow="hidden">
      {shown.map((line, index) => (
        <Line key={`above-${index}`} line={line} />
      ))}
      {hasField && (
        <Box height={1}>
          <Line line={label} />
          <FieldLine
            field={prompt.field}
            width={Math.max(4, width - EMAIL_LABEL.length)}
            placeholder="you@example.com"
            x={left + EMAIL_LABEL.length}
            y={top + shown.length}
          />
        </Box>
      )}
      {answers.map((line, index) => (
        <Line key={`below-${index}`} line={line} />
      ))}
    </Box>
  );
}

/** As many paragraphs as there is room for, each whole; a blank line before what is typed stays. */
function shortened(
  paragraphs: readonly (readonly LineOfSegments[])[],
  most: number,
): readonly LineOfSegments[] {
  const all = paragraphs.flat();
  if (all.length <= most) return all;
  const kept: LineOfSegments[] = [];
  for (const lines of paragraphs) {
    if (kept.length + lines.length >= most) break;
    kept.push(...lines);
  }
  // If not even the heading and the air below it fit, its words come first.
  if (kept.length === 0) return all.slice(0, most);
  return kept.at(-1)?.length === 0 ? kept : [...kept, BLANK];
}
