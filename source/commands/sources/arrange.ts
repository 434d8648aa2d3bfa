import type {Library} from '../../ports/library.ts';
import {expandWords} from '../../command-line/words.ts';
import type {CommandContext} from '../../command-line/table.ts';
import {shownSettings} from '../../domain/publication/own-settings.ts';
import type {OwnSettingsChange, ShownSetting} from '../../domain/publication/own-settings.ts';
import {ruleText} from '../../domain/rule/rule.ts';
import {checkText} from '../../options/kinds.ts';
import {EXIT, Misuse} from '../../runtime/exit.ts';
import {findSource, type Followed} from '../../services/find-source.ts';
import {followConfigured} from '../../services/follow.ts';
import {rulesAbout} from '../../services/rules.ts';
import {sourceJson} from './sources.ts';

type Given = CommandContext<'arrange'>;

/**
 * `inkwell arrange`: what the keys of the publications' screen do, for scripts; without flags what holds for
 * sources. All sources are found before any is changed.
 */
export async function run(context: Given): Promise<number> {
  const {flags, output, ports, words} = context;
  const {hide, mute, folder, name, place} = flags;
  const own = ownOf(flags);
  const change = {
    ...(hide !== undefined && {isHidden: hide}),
    ...(mute !== undefined && {isMuted: mute}),
    ...(folder !== undefined && {folder}),
    ...(name !== undefined && {name}),
    ...(Object.keys(own).length > 0 && {own}),
  };
  const library = await ports.library();
  await followConfigured(library, context.options);
  const found = (await expandWords(words)).map(word => findSource(library, word));
  if (name !== undefined && found.length > 1) throw new Misuse('--name goes with one source.');
  for (const {row} of found) library.arrange(row.id, change);
  if (place !== undefined) putAt(place, found, library);
  const sources = found.map(({row}) => findSource(library, row.id));
  const isChanged = Object.keys(change).length > 0 || place !== undefined;
  if (flags.json)
    await output.json({
      version: 1,
      sources: sources.map(each => ({
        ...sourceJson(each),
        settings: settingsOf(each, context).map(({name: key, value, from}) => ({name: key, value, from})),
        rules: rulesAbout(library, each.row.id).map(rule => ruleText(rule)),
      })),
    });
  else if (isChanged) for (const {row} of sources) output.note(`Arranged: ${row.title}`);
  else for (const each of sources) await output.text(shown(each, library, context));
  return EXIT.done;
}

/** The flags as settings of a publication; `usual` takes one away. */
function ownOf({
  articles,
  browser,
  images,
  interval,
  order,
  'full-text': fullText,
}: Given['flags']): OwnSettingsChange {
  const minutes = checkText({type: 'integer', min: 0, max: 100_000}, interval ?? '0');
  if (interval !== 'usual' && 'wanted' in minutes)
    throw new Misuse(`--interval wants ${minutes.wanted}, or usual, not "${interval}".`);
  return {
    ...(order !== undefined && {order: order === 'usual' ? null : order}),
    ...(articles !== undefined && {unreadOnly: articles === 'usual' ? null : articles === 'unread'}),
    ...(fullText !== undefined && {fullText: fullText === 'usual' ? null : fullText === 'always'}),
    ...(interval !== undefined && {interval: interval === 'usual' ? null : Number(interval)}),
    ...(images !== undefined && {images: images === 'usual' ? null : images}),
    ...(browser !== undefined && {browser: browser === 'usual' ? null : browser}),
  };
}

function settingsOf({row, source}: Followed, {options}: Given): readonly ShownSetting[] {
  const {fullText, interval} = source.settings;
  return shownSettings(
    row.own ?? {},
    {...(fullText !== undefined && {fullText}), ...(interval !== undefined && {interval})},
    {
      order: 'source',
      fullText: options.fullText,
      interval: options.refresh.interval,
      images: options.images,
      ...(options.browser !== undefined && {browser: options.browser}),
    },
  );
}

function shown(each: Followed, library: Library, context: Given): string {
  const {row} = each;
  const lines = [
    ['Folder', row.folder ?? 'none', 'this publication'],
    ...settingsOf(each, context).map(({title, value, from}) => [title, value, from]),
    ['What comes in', row.isMuted ? 'counts as read' : 'is unread', 'this publication'],
    ['In lists of several', row.isHidden ? 'hidden' : 'shown', 'this publication'],
    ...rulesAbout(library, row.id).map(rule => ['Rule', ruleText(rule), 'your rules']),
  ];
  return `${row.title}\n${lines.map(([title = '', value = '', from = '']) => `  ${title.padEnd(20)} ${value}  (${from})\n`).join('')}`;
}

/** They stand together, the first of them at this place, from 1. */
function putAt(place: number, found: readonly Followed[], library: Library): void {
  const moved = found.map(({row}) => row.id);
  const others = library
    .publications()
    .filter(({id, isListed}) => isListed && !moved.includes(id))
    .map(({id}) => id);
  library.reorder(others.toSpliced(place - 1, 0, ...moved));
}
