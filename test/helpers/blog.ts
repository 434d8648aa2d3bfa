import {mkdir, writeFile} from 'node:fs/promises';
import {join} from 'node:path';

export type BlogOptions = Readonly<{
  articles?: number;
  /** The newsletter's lines of publication.yml. */
  newsletter?: string;
  /** Where the first link of every entry leads. */
  ships?: string;
}>;

/** A small blog of our own for stories: a folder of Markdown with a publication.yml. */
export async function writeBlog(
  folder: string,
  {articles = 12, newsletter = '', ships = 'https://example.org/ships'}: BlogOptions = {},
): Promise<string> {
  const blog = join(folder, 'blog');
  await mkdir(blog, {recursive: true});
  await writeFile(
    join(blog, 'publication.yml'),
    `title: The Lighthouse Log\ntagline: Notes from the lamp room\nauthors:\n  ada:\n    name: Ada Brandt\n    role: Keeper\n    bio: Ada has kept the lamp for nine winters.\n  jon:\n    name: Jon Vale\n    role: Boatman\n${newsletter}`,
  );
  for (let number = 1; number <= articles; number++)
    await writeFile(join(blog, `${String(number).padStart(2, '0')}-entry.md`), entry(number, ships));
  return blog;
}

function entry(number: number, ships: string): string {
  const date = new Date(Date.UTC(2026, 9, 30 - number)).toISOString().slice(0, 10);
  const author = number % 2 === 1 ? 'ada' : 'jon';
  const sections = Array.from(
    {length: 6},
    (_, section) =>
      `## Watch ${section + 1} of entry ${number}\n\n${paragraph(number, section)}\n\n- oil for the lamp\n- rope, forty fathoms\n`,
  );
  return `---\ntitle: Entry ${number} of the log\ndescription: What the sea did on day ${number}.\ndate: ${date}\nauthor: ${author}\ncategory: Log\ntags: [sea, lamp]\n---\n\n${sections.join('\n')}\nThe harbour keeps [a list of ships](${ships}) and [a tide table](https://example.org/tides).\n`;
}

function paragraph(number: number, section: number): string {
  const sentence = `On watch ${section + 1} of day ${number} the wind stood in the north and the lamp burned clear until the morning. `;
  return sentence.repeat(4).trim();
}
