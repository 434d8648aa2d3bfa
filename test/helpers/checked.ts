import {Ajv2020} from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import {SCHEMAS} from '../../source/output/schemas.ts';
import type {Rule} from '../../source/domain/rule/rule.ts';
import type {Finding} from '../../source/doctor/finding.ts';
import type {Ran} from './program.ts';

const ajv = new Ajv2020({strict: false});
formats.default(ajv);

/** What a command printed with --json; throws where its own schema does not hold. */
export function checked<Name extends keyof Printed>(name: Name, ran: Ran): Printed[Name] {
  const validate = ajv.compile(SCHEMAS[name]?.() ?? false);
  const document = ran.json();
  if (!validate(document))
    throw new Error(`${name}: ${ajv.errorsText(validate.errors)}\n${ran.stdout.slice(0, 2000)}`);
  return document as Printed[Name];
}

export type Listing = Readonly<{
  publications: readonly Readonly<{id: string; title: string; location: string}>[];
  articles: readonly Readonly<{
    id: string;
    title: string;
    position: number;
    isRead: boolean;
    isStarred: boolean;
    isPartial: boolean;
    markdown?: string;
  }>[];
  problems: readonly Readonly<{location: string; kind: string; message: string}>[];
}>;

export const titles = ({articles}: Listing): string[] => articles.map(({title}) => title);

/** As much of what commands print as the tests look at; the schemas look at all of it. */
export type Printed = Readonly<{
  list: Listing;
  search: Listing;
  related: Listing;
  account: Readonly<{accounts: readonly object[]}>;
  sync: Readonly<{synced: readonly object[]}>;
  searches: Readonly<{searches: readonly Readonly<{name: string; query: string}>[]}>;
  arrange: Readonly<{
    sources: readonly Readonly<{
      title: string;
      folder?: string;
      settings: readonly Readonly<{name: string; value: string; from: string}>[];
      rules: readonly string[];
    }>[];
  }>;
  read: Listing;
  add: Readonly<{added: readonly object[]}>;
  remove: Readonly<{removed: readonly object[]}>;
  sources: Readonly<{sources: readonly Readonly<{location: string; folder?: string; title: string}>[]}>;
  refresh: Readonly<{refreshed: readonly object[]; notDue: number}>;
  mark: Readonly<{marked?: number}>;
  save: Readonly<{
    saved: readonly {id: string; title: string; url?: string; isPartial: boolean; wasSaved: boolean}[];
    problems: readonly {message: string}[];
  }>;
  rules: Readonly<{
    rules?: readonly (Rule & Readonly<{place: number}>)[];
    results?: readonly Readonly<{
      rule: Rule;
      found: number;
      changed: number;
      newest: readonly {id: string; title: string}[];
      fault?: string;
    }>[];
  }>;
  tag: Readonly<{tagged: number; tags: readonly {name: string; count: number}[]}>;
  history: Readonly<{acts: readonly Readonly<{number: number; description: string}>[]; undone?: string}>;
  subscribe: Readonly<{outcome: string}>;
  unsubscribe: Readonly<{outcome: string}>;
  subscriptions: Readonly<{subscriptions: readonly Readonly<{id: number}>[]}>;
  import: Readonly<{
    sources: number;
    preferences?: number;
    problems: readonly Readonly<{message: string}>[];
  }>;
  config: Readonly<{settings: readonly Readonly<{key: string; value?: unknown; origin: string}>[]}>;
  preferences: object;
  doctor: Readonly<{isWell: boolean; findings: readonly Finding[]}>;
}>;
