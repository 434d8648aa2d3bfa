import {listTitle, publicationOf} from '../../app/list/list.ts';
import {keyLabel} from '../../app/overlays/help.ts';
import type {Layout} from '../../app/core/layout.ts';
import type {ListScreen, Screen, State} from '../../app/core/state.ts';
import {screenOf} from '../../app/core/state.ts';
import {folded} from '../../domain/text/folded.ts';
import type {PublicationRow} from '../../domain/query/view.ts';
import {clockTime} from './dates.ts';
import type {Glyphs} from '../../screen/glyphs.ts';
import {BLANK, fit, segment, spread, widthOf} from './line.ts';
import type {Line} from './line.ts';

/** The head of the list: whose articles these are, and how many wait. */
export function mastheadLines(
  state: State,
  screen: ListScreen,
  layout: Layout,
  glyphs: Glyphs,
): readonly Line[] {
  const width = layout.listColumns - 3;
  const publication = publicationOf(state, screen);
  const title = listTitle(state, screen);
  const {total, unread} = screen.window;
  // As it narrows, the time of the last fetch goes first, then the whole count; the title stays longest.
  const facts: string[] = [];
  const problem = publication && (state.problems[publication.id] ?? publication.problem);
  if (problem && publication.fetchedAt !== undefined && width >= 56)
    facts.push(`as of ${clockTime(publication.fetchedAt)}`);
  if (total > 0 && width >= 24)
    facts.push(
      unread === 0 ? `${total} read` : width >= 44 ? `${unread} of ${total} unread` : `${unread} unread`,
    );
  // Beside an article the way back stands there.
  const below = screenOf(state).key === screen.key ? state.trail.at(-2) : undefined;
  const arrow = below ? `${glyphs.back} ` : '';
  const {author} = screen;
  const own = segment(title, 'accent', true);
  const from = below ? `${arrow}${screenTitle(state, below)}  ` : '';
  const isNamed = widthOf([segment(from), own]) + 20 < width;
  const named: Line = [segment(isNamed ? from : arrow, 'quiet'), own];
  const counted: Line = [segment(facts.join(` ${glyphs.dot} `), 'quiet')];
  const role: Line = author?.role === undefined ? [] : [segment(`  ${author.role}`, 'quiet')];
  const isRoomy = widthOf([...named, ...role, ...counted]) < width;
  const head = spread(isRoomy ? [...named, ...role] : named, counted, width);
  const tagline = underTitle(screen, publication);
  const lines: Line[] = [[segment('  '), ...head]];
  if (author?.bio !== undefined && layout.masthead > 3)
    lines.push(...atMostTwo(author.bio, width).map((line): Line => [segment('  '), segment(line, 'quiet')]));
  else if (layout.hasTagline)
    lines.push([
      segment('  '),
      ...spread(
        [segment(tagline, 'quiet')],
        offer(state, screen, layout, widthOf([segment(tagline)])),
        width,
      ),
    ]);
  while (lines.length < layout.masthead) lines.push(BLANK);
  return lines;
}

/** The name of a screen that the way back leads to. */
export function screenTitle(state: State, screen: Screen): string {
  if (screen.kind === 'list') return listTitle(state, screen);
  return screen.kind === 'publications' ? 'Publications' : (screen.row?.title ?? 'Article');
}

/**
 * A publication's tagline; of an author who they are; of another part of a publication, which one it is of.
 */
function underTitle({author, heading}: ListScreen, publication: PublicationRow | undefined): string {
  return author?.bio ?? (heading === undefined ? publication?.tagline : publication?.title) ?? '';
}

function atMostTwo(text: string, width: number): readonly string[] {
  const [first = '', ...rest] = folded(text, width);
  return rest.length > 0 ? [first, fit(rest.join(' '), width)] : [first];
}

/**
 * Beside the tagline, where it moves nothing: on a first run how a blog is added, later what was left
 * half-read.
 */
function offer(state: State, screen: ListScreen, layout: Layout, taglineWidth: number): Line {
  const {unfinished, keymap} = state;
  if (!isOfferedIn(state, screen, layout)) return [];
  const [add] = keymap.add;
  if (add !== undefined && offersAdding(state, screen, layout))
    return [segment(keyLabel(add), 'accent'), segment(' adds a blog of yours', 'quiet')];
  const [key] = keymap.continue;
  if (!unfinished || key === undefined) return [];
  const progress = `, ${Math.round(unfinished.progress * 100)} %`;
  const room = layout.listColumns - 3 - taglineWidth - keyLabel(key).length - progress.length - 16;
  if (room < 10) return [];
  return [
    segment(keyLabel(key), 'accent'),
    segment(` continue “${fit(unfinished.title, Math.min(room, 40))}”${progress}`, 'quiet'),
  ];
}

export function offersAdding(state: State, screen: ListScreen, layout: Layout): boolean {
  return state.isFirstRun && !state.unfinished && isOfferedIn(state, screen, layout);
}

/** On the first list only, and only where there is room. */
function isOfferedIn({trail}: State, {key, search}: ListScreen, layout: Layout): boolean {
  return key === trail[0].key && !search && layout.hasTagline && layout.listColumns >= 53;
}
