import type {Problem} from '../domain/problem.ts';
import type {FeedServer} from './server.ts';

/** Marks that may change at once in a surprising way before somebody is asked. */
const FEW = 10;

type Lists = Readonly<{
  name: string;
  /** By the server's last word. */
  before: readonly string[];
  now: ReadonlySet<string>;
}>;

/**
 * A list of unread articles that became empty, or holds much that was read, is believed if the server counts
 * the same. Returns why it is not.
 */
export async function faultOfUnread(
  {name, before, now}: Lists,
  seen: ReadonlySet<string>,
  server: FeedServer,
): Promise<Problem | undefined> {
  const isEmptied = now.size === 0 && before.length > 0;
  // A server that does not understand the question answers with everything.
  const isEverything = now.size > FEW && [...seen].every(id => now.has(id)) && seen.size > FEW;
  if (!isEmptied && !isEverything) return undefined;
  const count = await server.unreadCount();
  if (count === undefined) {
    if (!isEmptied || before.length <= FEW) return undefined;
    return held(name, 'says that nothing is unread');
  }
  if (isEmptied && count > 0) {
    // Something may have come in meanwhile; nothing that was unread before may be.
    const again = await server.unread();
    const known = new Set(before);
    return again.length > 0 && !again.some(id => known.has(id))
      ? undefined
      : held(name, `lists no unread articles and counts ${count}`);
  }
  // Between the two questions a little may come in or be read.
  if (Math.abs(count - now.size) <= Math.max(FEW, now.size / 10)) return undefined;
  return held(name, `lists ${now.size} unread articles and counts ${count}`);
}

/**
 * The same for stars, which no server counts: asked twice, and more than a few are the reader's to agree to.
 */
export async function faultOfStarred(
  {name, before, now}: Lists,
  seen: ReadonlySet<string>,
  server: FeedServer,
): Promise<Problem | undefined> {
  const gone = before.filter(id => !now.has(id)).length;
  const known = new Set(before);
  const fresh = [...now].filter(id => !known.has(id)).length;
  const isEverything = seen.size > FEW && fresh > FEW && [...seen].every(id => now.has(id));
  if (isEverything) return held(name, 'says that every article is starred');
  if (gone === before.length && gone > 0) {
    const again = await server.starred();
    if (again.length > 0) return held(name, 'gave two different lists of stars');
  }
  return gone > FEW && gone > before.length / 2
    ? held(name, `has ${gone} of ${before.length} stars no more`)
    : undefined;
}

/** The same for the articles of one tag. */
export async function faultOfTag(
  {name, before, now}: Lists,
  tag: string,
  seen: ReadonlySet<string>,
  again: () => Promise<readonly string[]>,
): Promise<Problem | undefined> {
  const gone = before.filter(id => !now.has(id)).length;
  const known = new Set(before);
  const fresh = [...now].filter(id => !known.has(id)).length;
  if (seen.size > FEW && fresh > FEW && [...seen].every(id => now.has(id)))
    return held(name, `says that every article has the tag ${tag}`);
  if (gone > 0 && gone === before.length && (await again()).some(id => known.has(id)))
    return held(name, `gave two different lists of the tag ${tag}`);
  return gone > FEW && gone > before.length / 2
    ? held(name, `has the tag ${tag} on ${gone} of ${before.length} articles no more`)
    : undefined;
}

function held(name: string, what: string): Problem {
  return {
    kind: 'unsafe',
    message: `${name} ${what}, so no mark was changed here.`,
    advice: `If that is right: inkwell sync ${name} --accept`,
  };
}
