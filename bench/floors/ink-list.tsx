import {Box, Text, render, useApp, useInput} from 'ink';
import {useState} from 'react';
import type {ReactNode} from 'react';

/* The least that a list in Ink costs, bundled as Inkwell is: a <Text> a row, and nothing behind it. */

const ROWS = 1000;
const height = process.stdout.rows - 1;

function List(): ReactNode {
  const {exit} = useApp();
  const [selected, select] = useState(0);
  useInput(input => {
    if (input === 'q') exit();
    if (input === 'j') select(Math.min(ROWS - 1, selected + 1));
  });
  const top = Math.max(0, selected - height + 1);
  return (
    <Box flexDirection="column" height={height + 1}>
      {Array.from({length: height}, (_, index) => (
        <Text key={index} wrap="truncate" inverse={top + index === selected}>
          {`  Article ${top + index} of many, with words enough for a row that a reader would call a title`}
        </Text>
      ))}
      <Text>
        {' ? help '}
        {selected + 1}
      </Text>
    </Box>
  );
}

render(<List />, {alternateScreen: true, incrementalRendering: true, exitOnCtrlC: false, maxFps: 60});
