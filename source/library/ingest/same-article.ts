/** Traits that tell one article from another. */
export type Traits = Readonly<{
  id: string;
  guid: string | undefined;
  guidKey: string | undefined;
  link: string | undefined;
  title: string;
  date: string | undefined;
  excerpt: string | undefined;
}>;

/** Guids that more than one article has. */
export function sharedIn(all: readonly Traits[]): ReadonlySet<string> {
  const owners = new Map<string, string>();
  const shared = new Set<string>();
  for (const {guid, id} of all) {
    if (guid === undefined) continue;
    const owner = owners.get(guid);
    if (owner !== undefined && owner !== id) shared.add(guid);
    owners.set(guid, id);
  }
  return shared;
}

type Pair = Readonly<{index: number; stored: Traits; likeness: number}>;

/** The stored article that each is, by its index: the likest first, and none where two are as like. */
export function match(incoming: readonly Traits[], stored: readonly Traits[]): ReadonlyMap<number, string> {
  const context = {
    sharedGuids: sharedIn([...stored, ...incoming]),
    sharedLinks: new Set([...repeated(incoming, ({link}) => link), ...repeated(stored, ({link}) => link)]),
  };
  const candidates = candidatesIn(stored);
  const pairs = incoming
    .flatMap((one, index) =>
      candidates(one).flatMap((other): Pair[] => {
        const likeness = likenessOf(one, other, context);
        return likeness > 0 ? [{index, stored: other, likeness}] : [];
      }),
    )
    .sort((one, other) => other.likeness - one.likeness);
  const found = new Map<number, string>();
  const taken = new Set<string>();
  const isFree = ({index, stored: {id}}: Pair) => !found.has(index) && !taken.has(id);
  for (const [, level] of Map.groupBy(pairs, ({likeness}) => likeness)) {
    const free = level.filter(isFree);
    const indexes = repeated(free, ({index}) => String(index));
    const ids = repeated(free, pair => pair.stored.id);
    for (const {
      index,
      stored: {id},
      likeness,
    } of free) {
      // Several that are alike in everything that counts are one and the same as far as a reader can see.
      const isUnclear = indexes.has(String(index)) || ids.has(id);
      if ((isUnclear && likeness < ALIKE) || found.has(index) || taken.has(id)) continue;
      found.set(index, id);
      taken.add(id);
    }
  }
  return found;
}

function repeated<Item>(
  items: readonly Item[],
  nameOf: (item: Item) => string | undefined,
): ReadonlySet<string> {
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const item of items) {
    const name = nameOf(item);
    if (name !== undefined) (seen.has(name) ? twice : seen).add(name);
  }
  return twice;
}

/** A title or a link that more have says nothing. */
const MOST_ALIKE = 40;

/** Those that have anything in common with an article. */
function candidatesIn(stored: readonly Traits[]): (one: Traits) => readonly Traits[] {
  const byTrait = new Map<string, Traits[]>();
  const marksOf = ({id, guidKey, link, title}: Traits) =>
    [
      `id ${id}`,
      guidKey !== undefined && `guid ${guidKey}`,
      link !== undefined && `link ${link}`,
      `title ${title}`,
    ].filter(mark => mark !== false);
  for (const one of stored)
    for (const mark of marksOf(one)) {
      const others = byTrait.get(mark) ?? [];
      if (others.length === 0) byTrait.set(mark, others);
      if (others.length < MOST_ALIKE) others.push(one);
    }
  return one => [...new Set(marksOf(one).flatMap(mark => byTrait.get(mark) ?? []))];
}

type Context = Readonly<{sharedGuids: ReadonlySet<string>; sharedLinks: ReadonlySet<string>}>;

/** From here on nothing is against it. */
const ALIKE = 200;

/** The likeness of two articles; 0 where they are not. */
function likenessOf(one: Traits, other: Traits, {sharedGuids, sharedLinks}: Context): number {
  const isSameTitle = one.title === other.title;
  const haveDates = one.date !== undefined && other.date !== undefined;
  const isSameDate = haveDates && one.date === other.date;
  const haveLinks = one.link !== undefined && other.link !== undefined;
  const isSameLink = haveLinks && one.link === other.link;
  const isOwnLink = isSameLink && !sharedLinks.has(one.link ?? '');
  const points =
    (isSameLink ? 16 : 0) + (isSameTitle ? 8 : 0) + (isSameDate ? 8 : 0) + Number(one.id === other.id);
  const isSameGuid = one.guidKey !== undefined && one.guidKey === other.guidKey;
  const isNamed = isSameGuid || (one.id === other.id && (one.guid === undefined || other.guid === undefined));
  if (isNamed) {
    const isShared =
      sharedGuids.has(one.guid ?? '') ||
      sharedGuids.has(other.guid ?? '') ||
      (one.guid === undefined && sharedLinks.has(one.link ?? ''));
    const isWhole = isSameTitle && (isSameDate || !haveDates) && (isSameLink || !haveLinks);
    if (isWhole) return 2 * ALIKE + points;
    if (isShared) {
      if (haveLinks && !isSameLink) return 0;
      return isOwnLink || isSameTitle || (isSameLink && isSameDate) ? 64 + points : 0;
    }
    const isComparable = one.guid === undefined && one.link === undefined ? false : haveLinks || haveDates;
    return isSameLink || isSameTitle || isSameDate || !isComparable ? 80 + points : 0;
  }
  if (isOwnLink) {
    const isPermalink = (one.link ?? '').includes('/') || (one.link ?? '').includes('?');
    const isTold = isSameDate || (isSameTitle && (isPermalink || one.excerpt === other.excerpt));
    return isTold || (isPermalink && !haveDates) ? 32 + points : 0;
  }
  const isSameText = one.excerpt !== undefined && one.excerpt === other.excerpt;
  if (!isSameTitle || (haveDates && !isSameDate)) return 0;
  const isSamePath = haveLinks && pathOf(one.link) !== '' && pathOf(one.link) === pathOf(other.link);
  if (isSameDate) return isSameText || isSamePath ? 16 + points : 0;
  return isSameText && (isSamePath || !haveLinks) ? 8 + points : 0;
}

function pathOf(key: string | undefined): string {
  return key === undefined ? '' : (/[/?].*/su.exec(key)?.[0] ?? '');
}
