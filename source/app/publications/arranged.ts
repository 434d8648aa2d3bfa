import type {OwnSettings} from '../../domain/publication/own-settings.ts';
import type {Rule} from '../../domain/rule/rule.ts';

/** All about a publication that the library knows and its row does not say. */
export type Arranged = Readonly<{
  /** Settings of its source in the preferences. */
  configured: Pick<OwnSettings, 'fullText' | 'interval'>;
  hasOwnName: boolean;
  /** Rules that are about it: its own, and those about all. */
  rules: readonly Rule[];
}>;
