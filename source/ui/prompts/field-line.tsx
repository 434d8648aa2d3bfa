import {Box, Text} from 'ink';
import TextInput from 'ink-text-input';
import type {ReactNode} from 'react';
import stringWidth from 'string-width';
import type {Field} from '../../app/prompt/field.ts';
import {useCaret} from '../../screen/frame/caret.ts';
import {graphemes} from '../../domain/text/graphemes.ts';

type Props = Readonly<{
  field: Field;
  width: number;
  placeholder?: string;
  /** The column of the field's first cell on the screen. */
  x: number;
  y: number;
  /** A part of the value that can't be understood: it is underlined. */
  wrong?: Readonly<{offset: number; length: number}>;
}>;

/**
 * The one text field. ink-text-input draws it; the keys are decided in app/field.ts, because ink-text-input
 * types a letter for Ctrl-A, cuts emoji in half and keeps pasted line ends. The caret is the terminal's own
 * cursor, so that an input method shows its candidates in the right place.
 */
export function FieldLine({field, width, placeholder = '', x, y, wrong}: Props): ReactNode {
  const {from, visible, caretCell} = scrolled(field, width);
  useCaret({x: x + caretCell, y});
  return (
    <Box width={width} height={1} overflow="hidden">
      {visible === '' && placeholder !== '' ? (
        <Text dimColor>{placeholder}</Text>
      ) : (
        <TextInput
          value={wrong ? underlined(visible, wrong.offset - from, wrong.length) : visible}
          focus={false}
          showCursor={false}
          onChange={ignore}
        />
      )}
    </Box>
  );
}

function ignore(): void {
  // Keys go through app/field.ts.
}

function underlined(text: string, offset: number, length: number): string {
  const [start, end] = [Math.max(0, offset), Math.max(0, offset + length)];
  return `${text.slice(0, start)}\u001B[4m${text.slice(start, end)}\u001B[24m${text.slice(end)}`;
}

/** The part of a long value that is shown, with the caret in it. */
function scrolled({value, caret}: Field, width: number): {from: number; visible: string; caretCell: number} {
  let caretCell = 0;
  let from = caret;
  // From the caret to the left, as far as there is room: what is out of sight is not measured.
  for (const {index, segment} of Array.from(graphemes(value.slice(0, caret))).reverse()) {
    const cells = stringWidth(segment);
    if (caretCell + cells >= width) break;
    caretCell += cells;
    from = index;
  }
  let [to, room] = [caret, width - caretCell];
  for (const {index, segment} of graphemes(value.slice(caret))) {
    if (room <= 0) break;
    room -= stringWidth(segment);
    to = caret + index + segment.length;
  }
  return {from, visible: value.slice(from, to), caretCell};
}
