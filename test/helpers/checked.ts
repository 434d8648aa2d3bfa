import {Ajv2020} from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import {SCHEMAS} from '../../source/commands/schemas.ts';
import type {Ran} from './program.ts';

const ajv = new Ajv2020({strict: false});
formats.default(ajv);

/** What a command printed with --json; throws where its own schema does not hold. */
export function checked<Shape>(name: string, ran: Ran): Shape {
  const validate = ajv.compile(SCHEMAS[name]?.() ?? false);
  const document = ran.json();
  if (!validate(document))
    throw new Error(`${name}: ${ajv.errorsText(validate.errors)}\n${ran.stdout.slice(0, 2000)}`);
  return document as Shape;
}

export type Listing = Readonly<{
  publications: readonly Readonly<{id: string; title: string; location: string}>[];
  articles: readonly Readonly<{
    id: string;
    title: string;
    position: number;
    isRead: boolean;
    isStarred: boolean;
    markdown?: string;
  }>[];
  problems: readonly Readonly<{location: string; kind: string; message: string}>[];
}>;

export const titles = ({articles}: Listing): string[] => articles.map(({title}) => title);
