import {statSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, test} from 'vitest';
import {isDue} from '../../../source/domain/publication/is-due.ts';
import {fill, numbered} from '../../helpers/drafts.ts';
import {open, temporaryFolder} from '../../helpers/shelf.ts';

const DAY = 24 * 60 * 60 * 1000;

const at = (time: number): string => new Date(time).toISOString();

describe('when a clock that was ahead is set right', () => {
  test('what comes in is new, and what came in before is new no longer', () => {
    const {library, clock} = open();
    const right = clock.now;
    library.beginVisit();
    clock.now = right + 400 * DAY;
    library.beginVisit();
    fill(library, numbered(3));
    expect(library.window({query: 'is:new'}, 0, 5).total).toBe(3);
    clock.now = right + DAY;
    library.beginVisit();
    expect(library.window({query: 'is:new'}, 0, 5).total).toBe(0);
    clock.now += 1000;
    fill(library, [{guid: 'later'}, ...numbered(3)]);
    expect(library.window({query: 'is:new'}, 0, 5).rows.map(({title}) => title)).toEqual(['Title of later']);
    clock.now += DAY;
    library.beginVisit();
    clock.now += DAY;
    library.beginVisit();
    expect(library.window({query: 'is:new'}, 0, 5).total).toBe(0);
  });

  test('what is read now was read last, and acts are taken back in their order', () => {
    const {library, clock} = open();
    const {ids} = fill(library, numbered(3));
    const [first = '', second = ''] = ids;
    library.beginVisit();
    clock.now += 400 * DAY;
    library.beginVisit();
    library.keepPosition(first, {block: 1, offset: 0}, 0.4);
    library.mark([first], {isStarred: true});
    clock.now -= 399 * DAY;
    library.beginVisit();
    clock.now += 1000;
    library.keepPosition(second, {block: 2, offset: 0}, 0.5);
    library.mark([second], {isStarred: true});
    const started = library.window({query: 'is:started', order: 'recent'}, 0, 5).rows;
    expect(started.map(({id}) => id)).toEqual([second, first]);
    expect(library.undo()?.ids).toEqual([second]);
    expect(library.undo()?.ids).toEqual([first]);
  });

  test('a source that was fetched in its future is due', () => {
    const now = Date.UTC(2026, 10, 23);
    const source = {
      location: 'https://example.com/feed',
      publicationId: 'p',
      settings: {},
      validators: {},
      failures: 0,
    };
    expect(isDue({...source, fetchedAt: at(now + 1), dueAt: at(now + DAY)}, 60, now)).toBe(true);
    expect(isDue({...source, fetchedAt: at(now - 1), dueAt: at(now + DAY)}, 60, now)).toBe(false);
    expect(isDue({...source, fetchedAt: at(now - 1)}, 60, now)).toBe(false);
  });

  test('a good copy is made at once, not when its day comes', () => {
    const path = join(temporaryFolder(), 'library.db');
    const {library, clock} = open(path);
    fill(library, numbered(3));
    const made = (): number => {
      library.maintain();
      return statSync(`${path}.good`).mtimeMs;
    };
    clock.now += 400 * DAY;
    expect(made()).toBe(clock.now);
    clock.now -= 399 * DAY;
    expect(made()).toBe(clock.now);
    clock.now += DAY / 2;
    expect(made()).toBe(clock.now - DAY / 2);
  });
});
