import wrapAnsi from 'wrap-ansi';
import {publicationOf} from '../app/list.ts';
import {keyLabel} from '../app/help.ts';
import type {Layout} from '../app/layout.ts';
import type {ListScreen, State} from '../app/state.ts';
import {screenOf} from '../app/state.ts';
import type {PublicationRow} from '../domain/view.ts';
import {clockTime} from './dates.ts';
import type {Glyphs} from './glyphs.ts';
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
  const title =
    screen.heading ?? publication?.title ?? (screen.view.publications ? 'Articles' : 'All articles');
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
  const back = state.trail.length > 1 && screenOf(state).key === screen.key ? `${glyphs.back} ` : '';
  const {author} = screen;
  const role = author?.role === undefined ? '' : `  ${author.role}`;
  const head = spread(
    [segment(back, 'quiet'), segment(title, 'accent', true), segment(role, 'quiet')],
    [segment(facts.join(` ${glyphs.dot} `), 'quiet')],
    width,
  );
  const tagline = underTitle(screen, publication);
  const lines: Line[] = [[segment('  '), ...head]];
  if (author?.bio !== undefined && layout.masthead > 3)
    lines.push(...atMostTwo(author.bio, width).map((line): Line => [segment('  '), segment(line, 'quiet')]));
  else if (layout.masthead >= 3)
    lines.push([
      segment('  '),
      ...spread([segment(tagline, 'quiet')], offer(state, screen, widthOf([segment(tagline)]), width), width),
    ]);
  while (lines.length < layout.masthead) lines.push(BLANK);
  return lines;
}

/** A publication's tagline; of an author who they are; of another part of a publication, which one it is of. */
function underTitle({author, heading}: ListScreen, publication: PublicationRow | undefined): string {
  return author?.bio ?? (heading === undefined ? publication?.tagline : publication?.title) ?? '';
}

function atMostTwo(text: string, width: number): readonly string[] {
  const [first = '', ...rest] = wrapAnsi(text, Math.max(8, width), {hard: true}).split('\n');
  return rest.length > 0 ? [first, fit(rest.join(' '), width)] : [first];
}

/**
 * Beside the tagline, where it moves nothing: on a first run how a blog is added, later what was left half-read. On
 * the first list only.
 */
function offer(state: State, screen: ListScreen, taglineWidth: number, width: number): Line {
  const {unfinished, trail, keymap, isFirstRun} = state;
  if (screen.key !== trail[0].key || screen.search || width < 50) return [];
  const [add] = keymap.add;
  if (isFirstRun && add !== undefined && !unfinished)
    return [segment(keyLabel(add), 'accent'), segment(' adds a blog of yours', 'quiet')];
  const [key] = keymap.continue;
  if (!unfinished || key === undefined) return [];
  const progress = `, ${Math.round(unfinished.progress * 100)} %`;
  const room = width - taglineWidth - keyLabel(key).length - progress.length - 16;
  if (room < 10) return [];
  return [
    segment(keyLabel(key), 'accent'),
    segment(` continue “${fit(unfinished.title, Math.min(room, 40))}”${progress}`, 'quiet'),
  ];
}
