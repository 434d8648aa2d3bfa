import {existsSync} from 'node:fs';
import {pathToFileURL} from 'node:url';
import {LIST_BYTES} from '../../domain/limits.ts';
import {ProblemError} from '../../domain/problem.ts';
import {documentOf} from '../text/document.ts';
import {readFileWithin} from '../text/read-file.ts';
import {ask} from './ask.ts';
import {faultOfPath} from './fault-of-path.ts';
import {placeOf} from './place.ts';
import type {Surroundings} from '../context.ts';

/** The text of a list of sources in a file or at an address, decoded by what it says of its encoding. */
export async function readText(location: string, surroundings: Surroundings): Promise<string> {
  const place = placeOf(location, existsSync);
  if (place.kind === 'web') {
    const accept = 'text/x-opml, text/xml, application/xml, text/plain;q=0.9, */*;q=0.8';
    return (await ask({url: place.address, accept}, surroundings)).document.text;
  }
  if (place.kind === 'imap')
    throw new ProblemError({kind: 'unsupported', message: `${location} is a folder of mail, not a text.`});
  const {path} = place;
  try {
    return documentOf(readFileWithin(path, LIST_BYTES), {url: pathToFileURL(path).href}).text;
  } catch (error) {
    throw faultOfPath(error, path);
  }
}
