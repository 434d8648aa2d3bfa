import type {Listing} from '../services/list.ts';
import {articleJson} from '../domain/article/article-json.ts';
import {problemJson, publicationJson} from './listing.ts';
import type {Output} from './output.ts';
import {safeJson} from '../domain/text/sink.ts';
import {fillTemplate} from './template.ts';
import {listingSpoken, listingText} from './listing-text.ts';

export type Shape = Readonly<{
  json: boolean | undefined;
  format: string | undefined;
  locale: string | undefined;
}>;

/**
 * Prints a listing as JSON, by a template, or as text. Problems that are not in the JSON go to standard
 * error.
 */
export async function printListing(listing: Listing, shape: Shape, output: Output): Promise<void> {
  if (shape.json) return await printJson(listing, output);
  for (const problem of listing.problems) output.problem(problem);
  for (const {location, message} of listing.warnings ?? [])
    output.detail([location, message].filter(Boolean).join(': '));
  if (shape.format !== undefined) {
    for await (const row of listing.rows) await output.text(`${fillTemplate(shape.format, row)}\n`);
    return;
  }
  const listed = output.isSpoken ? listingSpoken : listingText;
  for await (const part of listed(listing, shape.locale)) await output.text(part);
}

/** One article on a line, and written as it comes, so that a large library needs no large memory. */
async function printJson(
  {publications, rows, problems, warnings = []}: Listing,
  output: Output,
): Promise<void> {
  await output.text(
    `{"version":1,\n"publications":${jsonLines(publications.map(publicationJson))},\n"articles":[`,
  );
  let lines: string[] = [];
  let isFirst = true;
  for await (const row of rows) {
    lines.push(`${isFirst ? '' : ','}\n${safeJson(articleJson(row))}`);
    isFirst = false;
    if (lines.length < 200) continue;
    await output.text(lines.join(''));
    lines = [];
  }
  await output.text(
    `${lines.join('')}${isFirst ? '' : '\n'}],\n"problems":${jsonLines([...problems, ...warnings].map(problemJson))}}\n`,
  );
}

function jsonLines(values: readonly object[]): string {
  return values.length === 0 ? '[]' : `[\n${values.map(safeJson).join(',\n')}\n]`;
}
