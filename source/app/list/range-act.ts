/** Something that is done with several articles at once. */
export type RangeAct = Readonly<
  | {kind: 'read' | 'star' | 'open' | 'save'}
  | {kind: 'tag'; add: readonly string[]}
  | {kind: 'run'; name: string}
>;
