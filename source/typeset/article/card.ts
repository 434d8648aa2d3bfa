import type {Role} from '../../domain/theme/theme.ts';
import type {Composed} from '../blocks/block.ts';
import type {Flow} from '../text/flow.ts';
import {joined} from '../text/flow.ts';
import type {Line} from '../text/line.ts';
import type {Link, Look} from '../text/look.ts';
import {look} from '../text/look.ts';

/** A block of the page that is not part of the text: its flows get their places, `set` lays them out. */
export function card(
  parts: readonly Flow[],
  links: readonly (readonly [link: Link, text: string])[],
  set: (flows: readonly Flow[], measure: number) => readonly Line[],
): Composed {
  let at = 0;
  const flows = parts.map(part => {
    const placed = {...part, at};
    at += part.text.length + 1;
    return placed;
  });
  return {block: {kind: 'card', flows, set: measure => set(flows, measure)}, flows, links, weight: 0};
}

/** A flow of parts, each in a role. */
export function words(...parts: readonly (readonly [text: string, role: Role | Look])[]): Flow {
  return joined(parts.map(([text, role]) => [text, typeof role === 'string' ? look(role) : role] as const));
}

/** A look with a link on it. */
export function linked(role: Role, link: Link): Look {
  return {roles: [role], link};
}
