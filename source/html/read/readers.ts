import {DELETE, EMPHASIS, STRONG, TAGS} from '../run.ts';
import type {Mark} from '../run.ts';
import type {Scope} from '../scope.ts';
import type {Element} from '../tree.ts';
import {readPre} from './code.ts';
import {
  readCaption,
  readDefinitions,
  readDetails,
  readFigure,
  readHeading,
  readQuote,
  readRubyText,
} from './flow-elements.ts';
import {readImage, readNoscript} from './image.ts';
import {readList, readStrayItem} from './list.ts';
import {readMaths} from './maths.ts';
import {readFrame, readObject, readPlayer, readVideoById} from './media.ts';
import {readLooseCell, readTable} from './table.ts';

/** Elements that mean something of their own. What is in none of these tables is read through. */
export const READERS: ReadonlyMap<string, (element: Element, scope: Scope) => void> = new Map(
  Object.entries({
    audio: readPlayer,
    blockquote: readQuote,
    dd: readStrayItem,
    details: readDetails,
    dir: readList,
    dl: readDefinitions,
    embed: readFrame,
    figcaption: readCaption,
    figure: readFigure,
    h1: readHeading,
    h2: readHeading,
    h3: readHeading,
    h4: readHeading,
    h5: readHeading,
    h6: readHeading,
    hr: (_: Element, {flow}: Scope) => flow.block({type: 'thematicBreak'}),
    iframe: readFrame,
    img: readImage,
    'amp-img': readImage,
    'amp-iframe': readFrame,
    'amp-video': readPlayer,
    'amp-audio': readPlayer,
    'amp-youtube': readVideoById,
    'amp-vimeo': readVideoById,
    'lite-youtube': readVideoById,
    'lite-vimeo': readVideoById,
    'youtube-embed': readVideoById,
    li: readStrayItem,
    listing: readPre,
    math: readMaths,
    menu: readList,
    noscript: readNoscript,
    object: readObject,
    ol: readList,
    plaintext: readPre,
    pre: readPre,
    rt: readRubyText,
    table: readTable,
    td: readLooseCell,
    th: readLooseCell,
    textarea: readPre,
    ul: readList,
    video: readPlayer,
    xmp: readPre,
  }),
);

/** Elements whose content stands on lines of its own and is otherwise plain. */
export const BLOCKS: ReadonlySet<string> = new Set(
  'address article aside body caption center dialog div dt fieldset footer form header hgroup html legend main multicol nav p search section summary tbody tfoot thead tr'.split(
    ' ',
  ),
);

export const INLINE_MARKS: ReadonlyMap<string, Mark> = new Map(
  Object.entries({
    b: STRONG,
    strong: STRONG,
    i: EMPHASIS,
    em: EMPHASIS,
    cite: EMPHASIS,
    dfn: EMPHASIS,
    var: EMPHASIS,
    del: DELETE,
    s: DELETE,
    strike: DELETE,
    ...TAGS,
  }),
);
