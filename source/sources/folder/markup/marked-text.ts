import type {Fields} from '../../front-matter/fields.ts';

/** The fields of a text in a markup language of its own, and its body as HTML. */
export type Marked = Readonly<{fields: Fields; html: string}>;
