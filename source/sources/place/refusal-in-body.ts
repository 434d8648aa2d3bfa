import {printableLine} from '../../domain/text/printable.ts';
import type {Problem} from '../../domain/problem.ts';
import {shortened} from '../article/excerpt.ts';
import type {Document} from '../format/format.ts';
import {objectOf, objectsOf, stringOf} from '../format/json-values.ts';

/**
 * A refusal with the server's own reason, where it gave one as JSON: {"error": "…"}, {"message": "…"},
 * {"errors": […]}.
 */
export function refusalInBody(refusal: Problem, {json}: Document): Problem {
  const body = objectOf(json);
  if (!body) return refusal;
  const inner = objectOf(body['error']) ?? objectsOf(body['errors'])[0] ?? body;
  const reason = stringOf(inner['message']) ?? stringOf(inner['error']) ?? stringOf(inner['detail']);
  if (reason === undefined) return refusal;
  const said = shortened(printableLine(reason), 200).replace(/\.$/u, '');
  return {...refusal, message: `${refusal.message} It says: ${said}.`};
}
