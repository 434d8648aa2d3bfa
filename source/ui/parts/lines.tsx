import {Box, Text} from 'ink';
import {memo} from 'react';
import type {ReactNode} from 'react';
import type {Line as LineOfSegments} from './line.ts';
import {useLook} from '../../screen/look.ts';
import {paintLine} from './paint-line.ts';

/**
 * One row. One <Text> of one string is what Ink draws fastest, and a row that stays as it was costs nothing.
 */
export const Row = memo(function Row({text}: {readonly text: string}): ReactNode {
  return <Text wrap="truncate">{text}</Text>;
});

export function Line({line}: {readonly line: LineOfSegments}): ReactNode {
  return <Row text={paintLine(useLook(), line)} />;
}

/** Rows from top to bottom, in exactly `height` rows. */
export function Lines({
  lines,
  height,
}: {
  readonly lines: readonly LineOfSegments[];
  readonly height: number;
}): ReactNode {
  const look = useLook();
  return (
    <Box flexDirection="column" height={height} overflow="hidden">
      {lines.slice(0, height).map((line, index) => (
        <Row key={index} text={paintLine(look, line)} />
      ))}
    </Box>
  );
}
