import {isMixed, layoutOf} from '../../app/core/layout.ts';
import {listBelow} from '../../app/article/open-article.ts';
import type {State} from '../../app/core/state.ts';
import type {Glyphs} from '../../screen/glyphs.ts';
import type {Line} from '../parts/line.ts';
import {rowLines} from '../parts/row-lines.ts';

/** The first rows of the list, as dense as the settings have it, or in one line each. */
export function sampleRows(state: State, glyphs: Glyphs, isOneLine = false): readonly Line[] {
  const list = listBelow(state);
  const {density, ...shared} = layoutOf(state);
  const layout = {...shared, density: isOneLine ? ('lines' as const) : density};
  const context = {
    width: Math.min(layout.listColumns, 100),
    now: state.now,
    glyphs,
    isMixed: isOneLine || (list !== undefined && isMixed(state, list)),
    columns: state.settings.columns,
    hasFocus: true,
  };
  return (list?.window.rows.slice(0, 20) ?? []).flatMap((row, index) =>
    rowLines(row, index === 0, layout, context),
  );
}
