import type {Leaving} from '../../domain/newsletter/leaving.ts';
import type {View} from '../../domain/query/view.ts';
import type {Rule} from '../../domain/rule/rule.ts';
import type {RangeAct} from '../list/range-act.ts';

/** Done when a question is answered with yes. */
export type Confirmed =
  | Readonly<{kind: 'mark-all-read'; view: View}>
  | Readonly<{kind: 'unfollow'; publicationId: string; title: string}>
  | Readonly<{kind: 'save-query'; name: string}>
  | Readonly<{kind: 'account'; to: 'remove'; what: string}>
  | Readonly<{kind: 'forget-signup'; id: number}>
  | Readonly<{kind: 'open-url'; url: string}>
  | Readonly<{kind: 'run-rules'; rules: readonly Rule[]}>
  | Readonly<{kind: 'on-range'; view: View; from: number; count: number; what: RangeAct}>
  | Readonly<{kind: 'leave'; publicationId: string; leaving: Leaving}>;
