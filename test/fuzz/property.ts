import type {Arbitrary} from 'fast-check';

/** Something that must hold of any input. A case is plain JSON, so that one that was found can be kept. */
export type Property = Readonly<{
  name: string;
  cases: Arbitrary<unknown>;
  /** Throws where it does not hold. */
  check: (value: unknown) => void | Promise<void>;
}>;

export function property<Case>(
  name: string,
  cases: Arbitrary<Case>,
  check: (value: Case) => void | Promise<void>,
): Property {
  return {name, cases, check: check as Property['check']};
}
