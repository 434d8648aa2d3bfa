import {Box} from 'ink';
import type {ReactNode} from 'react';
import {layoutOf} from '../../app/core/layout.ts';
import type {Pane} from '../../app/overlays/panes.ts';
import {chosenSettings} from '../../app/overlays/settings.ts';
import type {SettingRow} from '../../app/overlays/settings.ts';
import {HINTED_KEYS} from '../../app/overlays/help.ts';
import {keyLabel} from '../../app/overlays/help.ts';
import {entryOf} from '../../app/keys/keymap.ts';
import type {State} from '../../app/core/state.ts';
import {folded} from '../../domain/text/folded.ts';
import {safeAnsi} from '../../domain/text/sink.ts';
import {BLANK, pad, segment} from '../parts/line.ts';
import type {Line as LineOfSegments} from '../parts/line.ts';
import {Line, Lines, Row} from '../parts/lines.tsx';
import {useLook} from '../../screen/look.ts';
import {paneLines} from './pane-lines.ts';
import {sampleRows} from './sample-rows.ts';

type Props = Readonly<{state: State; pane: Extract<Pane, {kind: 'settings'}>; height: number}>;

/** The settings, and below them what the one that is selected comes to. */
export function SettingsScreen({state, pane, height}: Props): ReactNode {
  const {glyphs} = useLook();
  const rows = chosenSettings(state.settings, state.isSpoken);
  const selected = rows[pane.selected];
  const top = rows.length + 2;
  const about = folded(aboutSetting(state, selected), state.columns - 8).map(line => [
    segment(`    ${line}`, 'quiet'),
  ]);
  // The air above the status line stays.
  const space = height - top - about.length - 2 - (layoutOf(state).footer - 1);
  return (
    <Box flexDirection="column" height={height} overflow="hidden">
      <Lines lines={paneLines(state, pane, glyphs)} height={Math.min(height, top)} />
      {space >= 0 && <Lines lines={[BLANK, ...about, BLANK]} height={about.length + 2} />}
      {space > 0 && selected && <Preview state={state} pane={pane} name={selected.name} height={space} />}
    </Box>
  );
}

function aboutSetting({isColorless}: State, row: SettingRow | undefined): string {
  if (row?.name === 'themeName' && isColorless)
    return 'Without colours (NO_COLOR, or a terminal that has none) all themes look like monochrome.';
  return row?.about ?? '';
}

type PreviewProps = Props & Readonly<{name: string}>;

function Preview({state, pane, name, height}: PreviewProps): ReactNode {
  const {glyphs} = useLook();
  if (name === 'preset') return <Lines lines={keyRows(state)} height={height} />;
  if (name === 'columns') return <Lines lines={sampleRows(state, glyphs, true)} height={height} />;
  if (name === 'density') return <Lines lines={sampleRows(state, glyphs)} height={height} />;
  if (!['themeName', 'measure', 'breaking'].includes(name)) return <Line line={BLANK} />;
  const {page} = {page: pane.sample};
  const indent = '    ';
  return (
    <Box flexDirection="column" height={height} overflow="hidden">
      {(page?.lines(page.start, height) ?? []).map((line, index) => (
        <Row key={index} text={line === '' ? ' ' : indent + safeAnsi(line)} />
      ))}
    </Box>
  );
}

/** The keys of a preset that hands ask for first. */
function keyRows({keymap, columns}: State): readonly LineOfSegments[] {
  return HINTED_KEYS.map(act => [
    segment('    '),
    segment(pad(keymap[act].map(keyLabel).join(' '), Math.min(30, Math.floor(columns / 3))), 'accent'),
    segment(`  ${entryOf(act).title}`, 'quiet'),
  ]);
}
