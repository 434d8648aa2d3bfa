import {enclosureFacts, enclosureKind, inOrder} from '../../domain/article/enclosure-text.ts';
import type {PageStyle, Sheet} from '../../domain/page/page.ts';
import type {Composed} from '../blocks/block.ts';
import type {Glyphs} from '../layout/glyphs.ts';
import {drawn, lineOf} from '../text/line.ts';
import type {Look} from '../text/look.ts';
import {look, ours} from '../text/look.ts';
import {setFlow} from '../text/set-flow.ts';
import {besideBadge} from './badge.ts';
import {card, words} from './card.ts';
import {fullDate} from './full-date.ts';

/** The blocks above the text: category, title, excerpt, who wrote it and when, and how long it takes. */
export function head({article}: Sheet, style: PageStyle, glyphs: Glyphs): readonly Composed[] {
  const {authors, category, excerpt, title} = article;
  const blocks: Composed[] = [];
  const apart = style.spoken ? ', ' : ` ${glyphs.dot} `;
  const named = (name: string): string => (style.spoken ? name : '');
  if (category !== undefined) {
    blocks.push(
      card([words([`${named('Topic: ')}${category}`, 'category'])], [], ([flow], measure) =>
        flow ? setFlow(flow, measure, 'greedy') : [],
      ),
    );
  }
  blocks.push(
    card([words([named('Title: '), 'title'], ...titleParts(title))], [], ([flow], measure) => {
      const lines = flow ? setFlow(flow, measure, 'balanced') : [];
      const rule = glyphs.heavy.repeat(Math.max(1, Math.min(8, measure)));
      return [...lines, lineOf([drawn(rule, ours('accent'))])];
    }),
  );
  if (excerpt !== undefined && excerpt.trim() !== '') {
    blocks.push(
      card([words([excerpt, 'quote'])], [], ([flow], measure) =>
        flow ? setFlow(flow, measure, style.breaking) : [],
      ),
    );
  }
  const facts = [
    article.publishedAt === undefined ? '' : fullDate(article.publishedAt, style.locale),
    `${article.minutes} min read`,
    ...inOrder(article.enclosures ?? [])
      .slice(0, 1)
      .map(file => [enclosureKind(file).toLowerCase(), ...enclosureFacts(file)].join(' ')),
  ];
  const last = words([facts.filter(fact => fact !== '').join(apart), 'quiet']);
  const names = authors
    .slice(0, 3)
    .map(({name, role}) =>
      words(
        [named('By '), 'quiet'],
        [name, 'strong'],
        [role === undefined ? '' : `${apart}${role}`, 'quiet'],
      ),
    );
  const more = authors.length > 3 ? [words([`and ${authors.length - 3} more`, 'quiet'])] : [];
  blocks.push(
    card([...names, ...more, last], [], (flows, measure) =>
      besideBadge(
        authors.slice(0, 3).map(({name}) => name),
        flows,
        measure,
      ),
    ),
  );
  return blocks;
}

/** Writers put code in titles as they do in the text: `` `u128` ``. */
function titleParts(title: string): (readonly [string, Look])[] {
  return title
    .split(/`([^`]+)`/)
    .map((part, index) => [part, index % 2 === 0 ? look('title') : look('title', 'code')] as const);
}
