import type {StateLine} from '../domain/state-line.ts';

/** Files and programs of one machine: they would lead another one astray, and are never taken from a file. */
const OF_THIS_MACHINE = new Set(['library', 'log', 'editor', 'pager', 'browser']);

export const isOfThisMachine = (key: string): boolean => OF_THIS_MACHINE.has(key);

/**
 * A line of the state without what may open doors or name a person: headers that are sent to a source, and the
 * reader's own address. The same line where there is nothing of the kind.
 */
export function withoutSecrets(line: StateLine): StateLine {
  if (line.kind === 'publication' && line.source.settings.headers) {
    const {headers: _, ...settings} = line.source.settings;
    return {...line, source: {...line.source, settings}};
  }
  if (line.kind === 'signup' && line.signup.email !== undefined) {
    const {email: _, ...signup} = line.signup;
    return {...line, signup};
  }
  if (line.kind !== 'preferences') return line;
  const {'email.address': address, sources, ...values} = line.values;
  const hasSecrets = address !== undefined || (Array.isArray(sources) && sources.some(hasHeaders));
  if (!hasSecrets) return line;
  const kept = Array.isArray(sources) ? {sources: (sources as unknown[]).map(withoutHeaders)} : {};
  return {...line, values: {...values, ...kept}};
}

/** The preferences as a line of the state; nothing where none are set. */
export function preferencesLine(values: ReadonlyMap<string, unknown>): readonly StateLine[] {
  const kept = [...values].filter(([key]) => !isOfThisMachine(key));
  return kept.length === 0 ? [] : [{kind: 'preferences', values: Object.fromEntries(kept)}];
}

function hasHeaders(entry: unknown): entry is {headers: unknown} {
  return typeof entry === 'object' && entry !== null && 'headers' in entry;
}

function withoutHeaders(entry: unknown): unknown {
  if (!hasHeaders(entry)) return entry;
  const {headers: _, ...rest} = entry;
  return rest;
}
