import {Box, Text} from 'ink';
import type {ReactNode} from 'react';
import {safeText} from '../domain/sink.ts';
import type {Line as LineOfSegments} from './line.ts';
import {stylingOf, useLook} from './look.ts';

/** One row. One <Text> a row is what Ink draws fastest. */
export function Line({line}: {readonly line: LineOfSegments}): ReactNode {
  const {theme} = useLook();
  return (
    <Text wrap="truncate">
      {line.length === 0
        ? ' '
        : line.map((segment, index) => (
            <Text key={index} {...stylingOf(theme, segment)}>
              {safeText(segment.text)}
            </Text>
          ))}
    </Text>
  );
}

/** Rows from top to bottom, in exactly `height` rows. */
export function Lines({
  lines,
  height,
}: {
  readonly lines: readonly LineOfSegments[];
  readonly height: number;
}): ReactNode {
  return (
    <Box flexDirection="column" height={height} overflow="hidden">
      {lines.slice(0, height).map((line, index) => (
        <Line key={index} line={line} />
      ))}
    </Box>
  );
}
