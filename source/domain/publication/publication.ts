import type {Newsletter} from '../newsletter/newsletter.ts';

export type Publication = Readonly<{
  id: string;
  title: string;
  tagline?: string;
  homepage?: string;
  /** The address or path as it was given: what the person typed. */
  location: string;
  /** BCP 47, as the source states it. */
  language?: string;
  newsletter?: Newsletter;
  /** It was at a private address when it was added: what it names may be on its own host. */
  isPrivate?: boolean;
}>;
