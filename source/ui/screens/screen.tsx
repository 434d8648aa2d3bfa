import {Box} from 'ink';
import type {ReactNode} from 'react';
import type {Layout} from '../../app/core/layout.ts';
import {selectedRow} from '../../app/list/list.ts';
import {listBelow} from '../../app/article/open-article.ts';
import type {Reading, State} from '../../app/core/state.ts';
import {screenOf} from '../../app/core/state.ts';
import {ArticleScreen} from './article-screen.tsx';
import {AskLine, completionLines} from '../prompts/ask-line.tsx';
import {ListScreen} from './list-screen.tsx';
import {segment} from '../parts/line.ts';
import type {Line as LineOfSegments} from '../parts/line.ts';
import {Line, Lines} from '../parts/lines.tsx';
import {useLook} from '../../screen/look.ts';
import {PaneScreen} from './pane-screen.tsx';
import {publicationsLines} from './publications-lines.ts';
import {SettingsScreen} from './settings-screen.tsx';
import {questionLines} from '../prompts/question-lines.ts';
import {noticeLines, statusLine} from '../parts/status-line.ts';
import {SubscribePrompt} from '../prompts/subscribe-prompt.tsx';

type Props = Readonly<{state: State; layout: Layout}>;

/** The whole window: the body above, the status line or what is being typed at the bottom. */
export function Screen({state, layout}: Props): ReactNode {
  const {overlay} = state;
  // Nothing but the text, until there is an answer.
  const isReading = state.isZen && !overlay && screenOf(state).kind === 'article';
  const isBare = isReading && !state.notice && state.digits === '';
  const height = isBare ? state.rows : state.rows - 1;
  const notice = isBare
    ? []
    : overlay?.kind === 'confirm'
      ? questionLines(state, overlay)
      : noticeLines(state);
  // Lines beyond the last are taken from the body, whose lines keep their places.
  const above =
    overlay?.kind === 'ask' ? completionLines(state, overlay, state.columns) : notice.slice(0, -1);
  const shown = Math.min(above.length, height - 1);
  return (
    <Box flexDirection="column" width={state.columns} height={state.rows} overflow="hidden">
      <Body state={state} layout={layout} height={height - shown} />
      {shown > 0 && <Lines lines={above} height={shown} />}
      {!isBare && <Bottom state={state} layout={layout} notice={notice.at(-1)} />}
    </Box>
  );
}

function Body({state, layout, height}: Props & {readonly height: number}): ReactNode {
  const {glyphs} = useLook();
  const {overlay} = state;
  const screen = screenOf(state);
  // The subject of a question stays in view.
  const pane = overlay?.kind === 'confirm' ? overlay.over : overlay;
  if (pane?.kind === 'subscribe') return <SubscribePrompt state={state} prompt={pane} height={height} />;
  if (overlay?.kind === 'settings') return <SettingsScreen state={state} pane={overlay} height={height} />;
  if (pane && pane.kind !== 'ask') return <PaneScreen state={state} pane={pane} height={height} />;
  if (screen.kind === 'publications')
    return <Lines lines={publicationsLines(state, screen, layout, glyphs)} height={height} />;
  if (layout.isSplit) return <SideBySide state={state} layout={layout} height={height} />;
  if (screen.kind === 'list')
    return <ListScreen state={state} screen={screen} layout={layout} height={height} hasFocus />;
  return <ArticleScreen state={state} reading={screen} layout={layout} height={height} isPreview={false} />;
}

/** List and article; the one that has the keys is not dimmed, the other follows. */
function SideBySide({state, layout, height}: Props & {readonly height: number}): ReactNode {
  const {glyphs} = useLook();
  const screen = screenOf(state);
  const list = listBelow(state);
  // Beside the newsletter card, or a list of nothing, no article stands.
  const preview = list && selectedRow(list) ? list.preview : undefined;
  const reading: Reading | undefined = screen.kind === 'article' ? screen : preview;
  const divider = Array.from({length: height}, () => [segment(glyphs.divider, 'rule')]);
  return (
    <Box height={height} width={state.columns}>
      {list && (
        <ListScreen
          state={state}
          screen={list}
          layout={layout}
          height={height}
          hasFocus={screen.kind === 'list'}
        />
      )}
      <Box width={1}>
        <Lines lines={divider} height={height} />
      </Box>
      {reading && (
        <ArticleScreen
          state={state}
          reading={reading}
          layout={layout}
          height={height}
          isPreview={screen.kind === 'list'}
        />
      )}
    </Box>
  );
}

function Bottom({state, layout, notice}: Props & {readonly notice: LineOfSegments | undefined}): ReactNode {
  const {glyphs} = useLook();
  const {overlay} = state;
  if (overlay?.kind === 'ask') return <AskLine state={state} asking={overlay} />;
  return <Line line={notice ?? statusLine(state, layout, glyphs)} />;
}
