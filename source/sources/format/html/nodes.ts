import type {BlockContent, DefinitionContent, Literal, Node, PhrasingContent} from 'mdast';

/* What stands in pages and has no node of its own in mdast. */

/** Terms with what is said of each. */
export type DefinitionList = Node & {
  type: 'definitionList';
  children: never[];
  groups: {terms: PhrasingContent[][]; definitions: (BlockContent | DefinitionContent)[][]}[];
};

/** Formulas in TeX. */
export type InlineMath = Literal & {type: 'inlineMath'};
export type Math = Literal & {type: 'math'};

declare module 'mdast' {
  interface BlockContentMap {
    definitionList: DefinitionList;
    math: Math;
  }
  interface PhrasingContentMap {
    inlineMath: InlineMath;
  }
  interface RootContentMap {
    definitionList: DefinitionList;
    math: Math;
    inlineMath: InlineMath;
  }
}
