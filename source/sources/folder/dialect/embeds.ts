/**
 * Markdown for a tag of a template that shows something: a picture with its words, a film, an embedded page.
 * Undefined for all others.
 */
export function embedOf(
  name: string,
  values: readonly string[],
  named: ReadonlyMap<string, string>,
): string | undefined {
  const kind = name.toLowerCase().replaceAll(/[_-]/gu, '');
  const [first = ''] = values;
  const video = VIDEOS.get(kind)?.(named.get('id') ?? named.get('videoid') ?? first);
  if (video !== undefined) return video;
  if (/^(?:embed|link|preview|rawlink|bookmark|linkcard)$/u.test(kind) && /^https?:\/\//u.test(first))
    return `<${first}>`;
  return isPicture(kind, values, named) ? pictureFrom(values, named) : undefined;
}

type Video = (id: string) => string | undefined;

const watch =
  (label: string, page: string): Video =>
  id =>
    /^[\w-]{3,40}$/u.test(id)
      ? `[${label}](${page}${id})`
      : /^https?:\/\/\S+$/u.test(id)
        ? `[${label}](<${id}>)`
        : undefined;
const VIDEOS: ReadonlyMap<string, Video> = new Map([
  ['youtube', watch('Video on YouTube', 'https://www.youtube.com/watch?v=')],
  ['youtubeembed', watch('Video on YouTube', 'https://www.youtube.com/watch?v=')],
  ['youtubelite', watch('Video on YouTube', 'https://www.youtube.com/watch?v=')],
  ['liteyoutube', watch('Video on YouTube', 'https://www.youtube.com/watch?v=')],
  ['yt', watch('Video on YouTube', 'https://www.youtube.com/watch?v=')],
  ['vimeo', watch('Video on Vimeo', 'https://vimeo.com/')],
  ['tweet', watch('Post on X', 'https://x.com/i/status/')],
  ['twitter', watch('Post on X', 'https://x.com/i/status/')],
  ['codepen', watch('Pen on CodePen', 'https://codepen.io/pen/')],
]);

const PICTURE = /\.(?:png|jpe?g|gif|svg|webp|avif|bmp)(?:[?#]\S*)?$/iu;

function isPicture(kind: string, values: readonly string[], named: ReadonlyMap<string, string>): boolean {
  if (/img|image|figure|picture|photo|thumbnail/u.test(kind)) return true;
  const isInclude =
    /^(?:include|render|partial)/u.test(kind) && /img|image|figure|picture/u.test(values[0] ?? '');
  return isInclude || [...named.values(), ...values].some(value => PICTURE.test(value));
}

/** The file, what it shows, and the caption below. */
function pictureFrom(values: readonly string[], named: ReadonlyMap<string, string>): string | undefined {
  const source =
    ['src', 'url', 'path', 'imagepath', 'image_path', 'image', 'file', 'link']
      .map(name => named.get(name))
      .find(Boolean) ??
    values.find(value => PICTURE.test(value)) ??
    values.find(value => /^https?:\/\//u.test(value));
  const others = values.filter(value => value !== source && /\s/u.test(value));
  const caption = named.get('caption') ?? named.get('title');
  const alt = named.get('alt') ?? others.at(-1) ?? '';
  if (source === undefined) return caption;
  const picture = pictureOf(source, alt);
  return caption === undefined || caption === '' || caption === alt
    ? picture
    : `${picture}\n\n*${caption.replaceAll('*', String.raw`\*`)}*`;
}

export function pictureOf(source: string, alt: string): string {
  return `![${alt.replaceAll(/[[\]]/gu, String.raw`\$&`)}](<${source.replaceAll(/[<>\n]/gu, '')}>)`;
}
