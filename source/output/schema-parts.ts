/* Parts of the commands' JSON Schemas. */

export type Schema = Readonly<Record<string, unknown>>;

export const text: Schema = {type: 'string'};
export const flag: Schema = {type: 'boolean'};
export const count: Schema = {type: 'integer', minimum: 0};
export const time: Schema = {type: 'string', format: 'date-time', description: 'ISO 8601, UTC'};
export const listOf = (items: Schema): Schema => ({type: 'array', items});
export const oneOf = (...values: string[]): Schema => ({enum: values});

/** An object; names that end in a question mark may be absent, and no others are there. */
export function object(fields: Readonly<Record<string, Schema>>): Schema {
  const names = Object.keys(fields);
  return {
    type: 'object',
    additionalProperties: false,
    required: names.filter(name => !name.endsWith('?')),
    properties: Object.fromEntries(names.map(name => [name.replace(/\?$/, ''), fields[name]])),
  };
}

export const problem = object({
  'location?': text,
  kind: text,
  message: text,
  'advice?': text,
  'retryAt?': time,
});

export const document = (title: string, fields: Readonly<Record<string, Schema>>): Schema => ({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title,
  ...object({
    version: {const: 1},
    ...('problems' in fields ? {} : {'problems?': listOf(problem)}),
    ...fields,
  }),
});
