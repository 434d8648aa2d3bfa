import type {Article} from '../../domain/article/article.ts';
import {enclosureFacts, enclosureKind, inOrder} from '../../domain/article/enclosure-text.ts';
import {readableAddress} from '../../domain/publication/location.ts';
import type {PageStyle} from '../../domain/page/page.ts';
import type {Composed} from '../blocks/block.ts';
import type {Glyphs} from '../layout/glyphs.ts';
import type {Link} from '../text/look.ts';
import {ours} from '../text/look.ts';
import {setFlow} from '../text/set-flow.ts';
import {card, linked, words} from './card.ts';

/** Files on one card: a source may name hundreds. */
const MOST = 12;

/** The card of the files that come with an article, and of the page where it is discussed. */
export function filesCard(
  {comments, enclosures = []}: Article,
  {breaking, keys, spoken}: PageStyle,
  glyphs: Glyphs,
): readonly Composed[] {
  const apart = spoken ? ', ' : ` ${glyphs.dot} `;
  const files = inOrder(enclosures)
    .slice(0, MOST)
    .map((enclosure, index) => {
      const link: Link = {target: {kind: 'url', url: enclosure.url}};
      const facts = [...enclosureFacts(enclosure), nameOf(enclosure.url)].filter(fact => fact !== '');
      return {
        link,
        name: enclosureKind(enclosure),
        rest: facts.map(fact => `${apart}${fact}`).join(''),
        key: index === 0 ? keys?.enclosure : undefined,
      };
    });
  const talk =
    comments === undefined
      ? []
      : [
          {
            link: {target: {kind: 'url', url: comments}} as Link,
            name: 'Comments',
            rest: `${apart}${hostOf(comments)}`,
            key: keys?.comments,
          },
        ];
  const all = [...files, ...talk];
  if (all.length === 0) return [];
  const parts = all.map(({link, name, rest, key}) =>
    words(
      [name, linked('link', link)],
      [rest, 'quiet'],
      ...(key === undefined
        ? []
        : ([
            [`  ${key}`, ours('accent')],
            [' opens it', ours('quiet')],
          ] as const)),
    ),
  );
  return [
    card(
      parts,
      all.map(({link, name}) => [link, name] as const),
      (flows, measure) => flows.flatMap(flow => setFlow(flow, measure, breaking)),
    ),
  ];
}

/** The last part of its path, as people write it. */
function nameOf(url: string): string {
  if (!URL.canParse(url)) return '';
  const last = new URL(url).pathname.split('/').at(-1) ?? '';
  return readableAddress(last).slice(0, 80);
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : readableAddress(url);
}
