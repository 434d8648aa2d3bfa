import {expect, test} from 'vitest';
import {openLibrary} from '../../../source/library/file/open-library.ts';
import type {Library} from '../../../source/ports/library.ts';

const ids = (library: Library): readonly string[] => library.publications().map(({id}) => id);

function shelf(): {library: Library; first: string; second: string} {
  const library = openLibrary(':memory:', {now: () => Date.parse('2026-11-12T08:00:00Z')});
  const [first, second] = ['https://a.example/feed', 'https://b.example/feed'].map(
    location => library.follow(location, {isListed: true}).publicationId,
  );
  return {library, first: first ?? '', second: second ?? ''};
}

test.each([
  [{isHidden: true}, /^Hid /],
  [{isMuted: true}, /^Muted /],
  [{folder: 'Sea'}, /^Put .* into Sea$/],
  [{name: 'Other'}, /^Renamed .* to Other$/],
] as const)('undo takes %o back and says what it was', (change, description) => {
  const {library, first} = shelf();
  const before = library.publication(first);
  library.arrange(first, change);
  expect(library.publication(first)).not.toEqual(before);
  expect(library.undo()?.description).toMatch(description);
  expect(library.publication(first)).toEqual(before);
  expect(library.undo()).toBeUndefined();
});

test('undo restores the order of the publications', () => {
  const {library, first, second} = shelf();
  const before = ids(library);
  library.reorder(before.toReversed());
  expect(ids(library)).toEqual(before.toReversed());
  expect(library.undo()?.description).toBe('Moved a publication');
  expect(ids(library)).toEqual(before);
  expect([first, second].sort()).toEqual([...before].sort());
});

test('what changes nothing is no act', () => {
  const {library, first} = shelf();
  library.arrange(first, {isHidden: false, folder: ''});
  library.reorder(ids(library));
  expect(library.undo()).toBeUndefined();
});

test('a removal and what was arranged before it are undone one by one, the newest first', () => {
  const {library, first} = shelf();
  library.arrange(first, {folder: 'Sea'});
  library.unfollow(first);
  expect(library.undo()?.description).toMatch(/^Removed /);
  expect(library.publication(first)?.folder).toBe('Sea');
  library.undo();
  expect(library.publication(first)?.folder).toBeUndefined();
});
