import {nameOf} from '../site/choice.ts';

/** The facts about an article that its path names. */
export type Named = Readonly<{
  /** Words in place of dashes, without the date and the ending. */
  title: string;
  /** "2024-05-06", from the file's name or the folders around it. */
  date?: string;
}>;

export function namedBy(path: string): Named {
  const own = nameOf(path).replace(/\.[a-z]+$/iu, '');
  const folders = path.split('/').slice(0, -1);
  const isIndex = /^_?index$/iu.test(own) && folders.length > 0;
  const slug = isIndex ? (folders.at(-1) ?? own) : own;
  const date = dateIn(slug) ?? dateIn(path.replace(/\.[a-z]+$/iu, ''));
  return {title: titleFrom(slug), ...(date !== undefined && {date})};
}

/** A day in a path: "2024-05-06-post", "2024/05/06/post", "2024/05-06-post", "20240506-post". */
export function dateIn(path: string): string | undefined {
  const [, year, month, day] =
    /(?:^|[/_ ])((?:19|20)\d\d)[-/._](\d{1,2})[-/._](\d{1,2})(?=$|[-/_. T])/u.exec(path) ??
    /(?:^|[/_ ])((?:19|20)\d\d)([01]\d)([0-3]\d)(?=$|[-/_. T])/u.exec(path) ??
    [];
  return year === undefined || month === undefined || day === undefined
    ? undefined
    : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

function titleFrom(slug: string): string {
  const undated = slug.replace(/^(?:\d{4}[-_.]\d{1,2}[-_.]\d{1,2}|\d{8})(?:T[\d-]+)?[-_. ]+(?=.)/u, '');
  const words = /[\s]/u.test(undated) ? undated : undated.replaceAll(/(?<=\S)[-_]+(?=\S)/gu, ' ');
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}
