import {publicationId} from '../../domain/article/identity.ts';
import {canonicalLocation, RESCUED} from '../../domain/publication/location.ts';
import type {StateLine} from '../../domain/state-line.ts';
import type {Library} from '../../ports/library.ts';

/**
 * The line with the id that the location of its publication has. With that of another one it would take its
 * place when the person begins to follow that. `ids` gathers those that were changed.
 */
export function withOwnId(
  line: StateLine,
  library: Pick<Library, 'source'>,
  ids: Map<string, string>,
): StateLine {
  switch (line.kind) {
    case 'publication': {
      const {id, location} = line.publication;
      const own = location === RESCUED ? 'rescued' : publicationId(canonicalLocation(location));
      if (id === own || library.source(id)?.location === location) return line;
      ids.set(id, own);
      return {...line, publication: {...line.publication, id: own}};
    }
    case 'article': {
      const own = ids.get(line.article.publicationId);
      return own === undefined ? line : {...line, article: {...line.article, publicationId: own}};
    }
    case 'signup': {
      const own = ids.get(line.signup.publicationId);
      return own === undefined ? line : {...line, signup: {...line.signup, publicationId: own}};
    }
    default: {
      return line;
    }
  }
}
