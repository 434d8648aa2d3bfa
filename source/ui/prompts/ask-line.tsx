import {Box} from 'ink';
import type {ReactNode} from 'react';
import {completionsOf} from '../../app/prompt/completion.ts';
import {TOO_LONG, veiled} from '../../app/prompt/field.ts';
import type {AskPurpose, Asking} from '../../app/prompt/asking.ts';
import type {State} from '../../app/core/state.ts';
import {screenOf} from '../../app/core/state.ts';
import {folded} from '../../domain/text/folded.ts';
import type {QueryError} from '../../domain/query/query.ts';
import {useLook} from '../../screen/look.ts';
import {FieldLine} from './field-line.tsx';
import {BLANK, fit, pad, segment, widthOf} from '../parts/line.ts';
import type {Line as LineOfSegments} from '../parts/line.ts';
import {Line} from '../parts/lines.tsx';

const LABELS: Readonly<Record<AskPurpose, string>> = {
  filter: '/',
  find: '/',
  command: ':',
  save: 'Save as ',
  pipe: 'Pipe to ',
  add: 'Add a blog: ',
  account: 'Account: ',
  password: 'Password of ',
  tag: 'Tags ',
  search: 'Search all text: ',
  'mark-query': 'Mark read: ',
  'save-search': 'Keep this search as ',
  folder: 'Folder ',
  rename: 'Name ',
  rule: 'Do with what comes in ',
  browser: 'Browser of this publication ',
};

const PLACEHOLDERS: Readonly<Partial<Record<AskPurpose, string>>> = {
  add: 'address or folder',
  account: 'address, name or -, password command if any',
  folder: 'a name, or none',
  rule: 'hide, read, star, tag NAME, notify or run NAME',
  search: 'words, or a query',
  'mark-query': 'a query, as in before:30d',
  tag: 'words of your own, as in later work',
};

const WAY_OUT: LineOfSegments = [segment('Esc', 'accent'), segment(' leaves', 'quiet')];

/** The line that is typed in place of the status line, with what came of it so far at its right. */
export function AskLine({state, asking}: Readonly<{state: State; asking: Asking}>): ReactNode {
  const {glyphs} = useLook();
  const {account, purpose} = asking;
  const label = fit(
    ` ${LABELS[purpose]}${account ? `${account.whose}: ` : ''}`,
    Math.max(2, state.columns - 8),
  );
  const field = purpose === 'password' ? veiled(asking.field, glyphs.unread) : asking.field;
  // The typed text comes before the words about it.
  const {value} = field;
  const isLong = value.length > state.columns * 4;
  const placeholder = PLACEHOLDERS[purpose];
  const shown = value === '' ? (placeholder ?? '') : value;
  const wanted = isLong ? state.columns : Math.max(12, widthOf([segment(shown)]) + 2);
  const said = answerTo(state, asking);
  const answer = widthOf(said) <= state.columns - label.length - wanted - 2 ? said : [];
  const answerWidth = widthOf(answer);
  const width = Math.max(4, state.columns - label.length - answerWidth - (answerWidth > 0 ? 3 : 1));
  const fault = faultOf(state, purpose);
  return (
    <Box height={1}>
      <Line line={[segment(label, 'accent', true)]} />
      <FieldLine
        field={field}
        width={width}
        x={label.length}
        y={state.rows - 1}
        {...(fault && {wrong: fault})}
        {...(placeholder !== undefined && {placeholder})}
      />
      {answerWidth > 0 && <Line line={[segment('  '), ...answer]} />}
    </Box>
  );
}

function answerTo(state: State, {purpose, field, completing}: Asking): LineOfSegments {
  const screen = screenOf(state);
  if (field.value === '' && purpose !== 'folder' && purpose !== 'command') return WAY_OUT;
  switch (purpose) {
    case 'filter': {
      if (screen.kind !== 'list') return [];
      const {total} = screen.window;
      if (screen.search?.fault) return [];
      return [segment(total === 0 ? 'nothing found' : `${total} found`, 'quiet')];
    }
    case 'find': {
      if (screen.kind !== 'article') return [];
      const {find} = screen;
      return find && find.spans.length > 0
        ? [segment(`${find.current + 1} of ${find.spans.length}`, 'quiet')]
        : [segment('not found', 'warning')];
    }
    case 'command': {
      const count = completionsOf(state, purpose, completing?.typed ?? field.value).length;
      return count > mostShown(state) ? [segment(`${count} commands`, 'quiet')] : [];
    }
    default: {
      return [segment('Enter', 'accent'), segment(' does it  ', 'quiet'), ...WAY_OUT];
    }
  }
}

/** The part of the line that can't be understood. */
function faultOf(state: State, purpose: AskPurpose): QueryError | undefined {
  const screen = screenOf(state);
  return purpose === 'filter' && screen.kind === 'list' ? screen.search?.fault : undefined;
}

/** In a low window the list behind keeps the greater half. */
function mostShown({rows}: State): number {
  return Math.max(1, Math.min(8, Math.floor(rows / 2) - 3));
}

/** Completions of the line, above it; the one that Tab has reached stays in view. */
export function completionLines(
  state: State,
  {purpose, field, completing, isRefused, choices}: Asking,
  width: number,
): readonly LineOfSegments[] {
  const typed = completing?.typed ?? field.value;
  const fault = faultOf(state, purpose);
  const wrong = isRefused ? TOO_LONG : fault?.message;
  if (wrong !== undefined)
    return [
      BLANK,
      ...folded(wrong, width - 4).map((line): LineOfSegments => [segment(`  ${line}`, 'warning')]),
    ];
  if (
    (purpose === 'filter' || purpose === 'search' || purpose === 'mark-query') &&
    !completing &&
    !/\S:\S*$/u.test(typed)
  )
    return [];
  const all = completionsOf(state, purpose, typed, choices);
  const selected = completing?.selected;
  const most = mostShown(state);
  const top = Math.max(0, Math.min((selected ?? 0) - most + 2, all.length - most));
  const shown = all.slice(top, top + most);
  const labels = Math.min(36, Math.floor(width * 0.5), Math.max(0, ...shown.map(({label}) => label.length)));
  const lines = shown.map(({label, about}, index): LineOfSegments => {
    const isSelected = top + index === selected;
    return [
      segment('  '),
      segment(pad(label, labels), isSelected ? 'selected' : 'text', isSelected),
      segment(fit(`  ${about}`, width - labels - 3), 'quiet'),
    ];
  });
  return lines.length > 0 ? [BLANK, ...lines] : [];
}
