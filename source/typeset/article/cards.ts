import type {Author} from '../../domain/article/article.ts';
import type {Newsletter} from '../../domain/newsletter/newsletter.ts';
import type {PageStyle, Sheet} from '../../domain/page/page.ts';
import type {Composed} from '../blocks/block.ts';
import type {Glyphs} from '../layout/glyphs.ts';
import {indentWithin, indented} from '../layout/setting.ts';
import {cellsOf} from '../text/cells.ts';
import type {Line} from '../text/line.ts';
import {drawn, lineOf, prefixed} from '../text/line.ts';
import type {Link} from '../text/look.ts';
import {ours} from '../text/look.ts';
import {setFlow} from '../text/set-flow.ts';
import {besideBadge} from './badge.ts';
import {card, linked, words} from './card.ts';
import {filesCard} from './files-card.ts';

/** The cards below the text: authors, related articles and the newsletter. */
export function cards(
  {article, publication, related}: Sheet,
  style: PageStyle,
  glyphs: Glyphs,
  lastNumber: () => number,
): readonly Composed[] {
  const known = article.authors.filter(({bio, role}) => bio !== undefined || role !== undefined).slice(0, 4);
  return [
    ...filesCard(article, style, glyphs),
    ...known.map(author => authorCard(author, style)),
    ...(related.length > 0 ? [relatedCard(related, style, glyphs, lastNumber() + 1)] : []),
    ...(publication.newsletter
      ? [newsletterCard(publication.newsletter, publication.title, style, glyphs)]
      : []),
  ];
}

function authorCard(author: Author, {breaking, keys, spoken}: PageStyle): Composed {
  const {name, role, bio} = author;
  const link: Link = {target: {kind: 'author', name}};
  const first = words(
    [spoken ? 'Author: ' : '', 'quiet'],
    [name, linked('strong', link)],
    [role === undefined ? '' : `, ${role}`, 'quiet'],
  );
  const hint =
    keys?.author === undefined
      ? []
      : ([
          [bio === undefined ? '' : '  ', ours()],
          [keys.author, ours('accent')],
          [' all articles', ours('quiet')],
        ] as const);
  const second = bio === undefined && hint.length === 0 ? [] : [words([bio ?? '', 'text'], ...hint)];
  return card([first, ...second], [[link, name]], (flows, measure) => {
    const [top, rest] = flows;
    const heading = top ? besideBadge([name], [top], measure) : [];
    const indent = heading[0] ? indentOf(heading[0]) : 0;
    return [...heading, ...(rest ? indented(setFlow(rest, measure - indent, breaking), indent) : [])];
  });
}

/** The cells of a line before its text. */
function indentOf({pieces}: Line): number {
  let cells = 0;
  for (const {text, at} of pieces) {
    if (at >= 0) return cells;
    cells += cellsOf(text);
  }
  return cells;
}

/** Their numbers go on where those of the links in the text end. */
function relatedCard(
  related: Sheet['related'],
  {breaking, spoken}: PageStyle,
  glyphs: Glyphs,
  first: number,
): Composed {
  const apart = spoken ? ', ' : ` ${glyphs.dot} `;
  const links = related.map(
    ({id, title}, index) => [{target: {kind: 'article', id}, number: first + index}, title] as const,
  );
  const entries = related.map(({authors, minutes}, index) => {
    const [link, title] = links[index] ?? [undefined, ''];
    const facts = [authors[0]?.name ?? '', `${minutes} min`].filter(fact => fact !== '').join(apart);
    return words(
      [spoken ? `link ${first + index}, ` : '', 'quiet'],
      [title, link ? linked('text', link) : 'text'],
      [`${apart}${facts}`, 'quiet'],
    );
  });
  return card(
    [words(['More to read', ours('heading')]), ...entries],
    links,
    ([heading, ...flows], measure) => {
      const indent = indentWithin(measure, Math.max(3, String(first + related.length).length + 1));
      const lines = flows.flatMap((flow, index) =>
        setFlow(flow, measure - indent, breaking).map((line, row) =>
          prefixed(drawn((row === 0 ? String(first + index) : '').padEnd(indent), ours('quiet')), line),
        ),
      );
      return [
        ...(heading ? setFlow(heading, measure, breaking) : []),
        ...(indent > 0 ? lines : flows.flatMap(flow => setFlow(flow, measure, breaking))),
      ];
    },
  );
}

function newsletterCard(
  newsletter: Newsletter,
  title: string,
  {breaking, keys, spoken}: PageStyle,
  glyphs: Glyphs,
): Composed {
  const {heading, pitch, promises} = newsletter;
  const link: Link = {target: {kind: 'subscribe'}};
  const name = heading ?? title;
  const invitation = [pitch, invitationOf(newsletter)].filter(part => part !== undefined).join(' ');
  const parts = [
    words([spoken ? 'Newsletter: ' : '', 'heading'], [name, {roles: ['heading'], link}]),
    ...[invitation, promises.join(spoken ? ', ' : ` ${glyphs.dot} `)].map((text, index) =>
      words([text, index === 0 ? 'text' : 'quiet']),
    ),
  ];
  return card(parts, [[link, name]], (flows, measure) => {
    const lines = flows.flatMap(flow => (flow.text === '' ? [] : setFlow(flow, measure, breaking)));
    return keys?.subscribe === undefined ? lines : withKey(lines, keys.subscribe, measure);
  });
}

/** "Join 2,500+ subscribers.", where the publication says how many there are. */
function invitationOf({subscribers, pitch}: Newsletter): string | undefined {
  if (subscribers === undefined || pitch?.includes(subscribers)) return undefined;
  return /\p{L}{3}/u.test(subscribers) ? `Join ${subscribers}.` : `Join ${subscribers} subscribers.`;
}

/** The key at the right end of the last line, or below it. */
function withKey(lines: readonly Line[], key: string, measure: number): readonly Line[] {
  const hint = [drawn(key, ours('accent')), drawn('  subscribe', ours('quiet'))];
  const width = cellsOf(key) + '  subscribe'.length;
  const last = lines.at(-1);
  const free = last ? measure - last.width - width : -1;
  if (!last || free < 2) return [...lines, lineOf(hint)];
  return [...lines.slice(0, -1), lineOf([...last.pieces, drawn(' '.repeat(free), ours()), ...hint])];
}
