/** The package's own types are for another form of modules than the one that is bundled. */
declare module 'bidi-js/dist/bidi.mjs' {
  import type {Bidi} from 'bidi-js';

  export default function createBidi(): Bidi;
}
