import type {Sheet} from '../domain/page/page.ts';
import type {Picturing} from './context.ts';

/** What a page of an article shows of its pictures now. */
export function picturedIn(pictures: Picturing | undefined, id: string): Sheet['pictured'] {
  const rows = pictures?.rows();
  if (rows === undefined) return undefined;
  return (src, room) => pictures?.ready()?.at(id, src, {columns: room, rows});
}
