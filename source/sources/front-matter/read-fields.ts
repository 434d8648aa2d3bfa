import {parse as parseToml, TomlDate} from 'smol-toml';
import {parseDocument} from 'yaml';
import {isFields} from './fields.ts';
import type {Fields, Reading} from './fields.ts';
import {mendedYaml} from './mend-yaml.ts';
import {salvagedFields} from './salvage.ts';
import {simpleFields} from './simple-fields.ts';
import type {Split} from './split.ts';
import {parseJson} from '../../domain/text/parse-json.ts';

/**
 * The fields of a block. Undefined where it holds none: text between two rules is no head. What can't be
 * parsed costs a word of warning and whatever field is broken, not the others.
 */
export function readFields(block: string, syntax: Split['syntax']): Reading | undefined {
  switch (syntax) {
    case 'yaml':
      return yamlFields(block);
    case 'toml':
      return tomlFields(block);
    case 'json':
      return jsonFields(block);
    case 'code':
      return {fields: {}, fault: 'is code, which is never run'};
    case 'none':
      return undefined;
  }
}

function yamlFields(block: string): Reading | undefined {
  const simple = simpleFields(block);
  if (simple) return Object.keys(simple).length > 0 || block.trim() === '' ? {fields: simple} : undefined;
  if (block.length > LARGEST || (block.match(ALIAS)?.length ?? 0) > MOST_ALIASES)
    return salvaged(block, 'it is too large');
  const mended = mendedYaml(block);
  let message = '';
  for (const text of mended === block ? [block] : [block, mended]) {
    const {value, error} = parsedYaml(text);
    if (isFields(value)) return {fields: value};
    if (error === undefined) return undefined;
    message ||= error;
  }
  return salvaged(block, message);
}

/** Heads have some hundred bytes. Beyond this a parser's time is not worth what may be found. */
export const LARGEST = 64_000;
const TOO_DEEP = 'it is nested too deep';
const ALIAS = /(?:^|[\s[,])\*[^\s\],*]/gu;
export const MOST_ALIASES = 200;

/** The failsafe schema has texts, lists and maps and nothing else. */
function parsedYaml(text: string): {value?: unknown; error?: string} {
  try {
    const document = parseDocument(text, {
      schema: 'failsafe',
      uniqueKeys: false,
      prettyErrors: false,
      logLevel: 'silent',
    });
    const [error] = document.errors;
    return error
      ? {error: error.code === 'RESOURCE_EXHAUSTION' ? TOO_DEEP : error.message}
      : {value: document.toJS({maxAliasCount: 100})};
  } catch (error) {
    return {error: messageOf(error)};
  }
}

function tomlFields(block: string): Reading | undefined {
  try {
    return {fields: withTexts(parseToml(block)) as Fields};
  } catch (error) {
    return salvaged(block, messageOf(error));
  }
}

function jsonFields(block: string): Reading | undefined {
  try {
    const value: unknown = parseJson(block);
    return isFields(value) ? {fields: withTexts(value) as Fields} : undefined;
  } catch {
    // YAML forgives what people add to JSON: comments, a comma too many, names without quotes.
    return yamlFields(block);
  }
}

function salvaged(block: string, message: string): Reading | undefined {
  const fields = salvagedFields(block);
  return Object.keys(fields).length > 0
    ? {fields, fault: `is broken (${message.split('\n', 1)[0]?.trim().replace(/[.:]$/u, '')})`}
    : undefined;
}

function messageOf(error: unknown): string {
  if (error instanceof RangeError) return TOO_DEEP;
  return error instanceof Error ? error.message : String(error);
}

/** The same shape for every syntax: numbers, dates and booleans as texts. */
function withTexts(value: unknown): unknown {
  if (value instanceof TomlDate) return value.toISOString();
  if (Array.isArray(value)) return value.map(withTexts);
  if (isFields(value))
    return Object.fromEntries(
      Object.entries(value)
        .filter(([key]) => key !== '__proto__')
        .map(([key, inner]) => [key, withTexts(inner)]),
    );
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint'
    ? String(value)
    : '';
}
