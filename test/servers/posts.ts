/** The articles of the site that each generator and server publishes. */
export type Post = Readonly<{
  slug: string;
  title: string;
  /** Of noon in UTC. */
  day: string;
  author: string;
  category: string;
  tags: readonly string[];
  paragraphs: readonly string[];
}>;

const words = (subject: string) => [
  `${subject} is the first thing that a keeper learns, and the last that is forgotten when the station is given up.`,
  'The stairs have been counted by everybody who ever worked here, and every count was another one.',
  `On a still night ${subject.toLowerCase()} can be heard from the jetty, where the boat with the post comes in on Fridays.`,
];

export const SITE = {title: 'Harbour notes', tagline: 'On lamps, ropes and weather'} as const;

export const POSTS: readonly Post[] = [
  {
    slug: 'the-lamp',
    title: 'The lamp & its glass',
    day: '2024-03-05',
    author: 'Iris Quill',
    category: 'Light',
    tags: ['glass', 'oil'],
    paragraphs: words('The lamp'),
  },
  {
    slug: 'rope',
    title: 'A rope of three strands',
    day: '2024-02-11',
    author: 'Iris Quill',
    category: 'Deck',
    tags: ['hemp'],
    paragraphs: words('The rope'),
  },
  {
    slug: 'fog',
    title: 'Fog on the seventh day',
    day: '2024-01-20',
    author: 'Iris Quill',
    category: 'Weather',
    tags: ['fog'],
    paragraphs: words('The fog'),
  },
];
