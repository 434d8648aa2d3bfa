import {test} from 'vitest';

type Given<Case> = Case extends readonly unknown[] ? [...Case] : [Case];

export type Cases<Case> = Readonly<{
  cases: readonly Case[];
  /** The number of the first cases that are always tried; the others are among the long tests. */
  always: number;
  isSkipped?: boolean;
  timeout?: number;
}>;

/** Tests the cases of a kind. */
export function testEach<const Case>(
  title: string,
  {cases, always, isSkipped = false, timeout}: Cases<Case>,
  run: (...given: Given<Case>) => Promise<void> | void,
): void {
  // The types of `each` know tuples of one length alone; the values are those of the cases.
  const each = (some: readonly unknown[]) => test.skipIf(isSkipped).each(some as unknown[][]);
  const given = run as (...given: unknown[]) => Promise<void> | void;
  const limit = timeout === undefined ? {} : {timeout};
  each(cases.slice(0, always))(title, limit, given);
  each(cases.slice(always))(title, {...limit, tags: 'long'}, given);
}
