import type {Fetched, SourceSettings} from '../../domain/publication/source.ts';

/** Lays the reader's settings of a source over what the source says. */
export function withSettings(fetched: Fetched, {name, newsletter}: SourceSettings): Fetched {
  if (fetched.kind === 'unchanged' || (name === undefined && newsletter === undefined)) return fetched;
  const publication = {
    ...fetched.publication,
    ...(name !== undefined && {title: name}),
    ...(newsletter && {newsletter}),
  };
  return {...fetched, publication};
}
