/** Days the law gives for requests about personal data, as data: each figure with its source and how sure we are of it. */
import type { RequestKind } from '../model/data-request';

/** `stated`: the sources give this figure. `reading`: our reading where they leave room; the shorter one is taken. */
export type Certainty = 'stated' | 'reading';

export interface Term {
  days: number;
  /** `working`: Monday to Friday without public holidays. `calendar`: every day counts. */
  count: 'working' | 'calendar';
  certainty: Certainty;
}

export interface DeadlineRules {
  id: string;
  version: number;
  /** First day the rules are in force. */
  inForceFrom: string;
  /** Documents with number and date. */
  source: string;
  /** Where the figures were found. */
  found: readonly string[];
  answer: Term;
  done: Record<RequestKind, Term>;
  /** One extension of at most so many days. */
  extension: { days: number; certainty: Certainty };
}

// The sources give "15 days" (20 with a processor) for these three without saying which days: every day counts here.
const FIFTEEN: Term = { days: 15, count: 'calendar', certainty: 'stated' };
// "10 to 20 days" by kind; which kind has which is not known to us, so the shortest stands.
const TEN: Term = { days: 10, count: 'calendar', certainty: 'reading' };

export const REQUEST_DEADLINES: DeadlineRules = {
  id: 'luat-91-2025',
  version: 1,
  inForceFrom: '2026-01-01',
  source: 'Luật 91/2025/QH15 (26/6/2025); NĐ 356/2025/NĐ-CP (31/12/2025)',
  found: [
    'https://cdlaf.vn/en/rights-of-personal-data-subjects-and-methods-of-obtaining-consent-under-decree-no-356-2025-nd-cp/',
    'https://rouse.com/insights/news/2026/vietnam-key-developments-in-personal-data-protection-under-decree-no-356-2025-nd-cp-and-issues-businesses-need-to-review',
  ],
  answer: { days: 2, count: 'working', certainty: 'stated' },
  done: {
    access: TEN,
    copy: TEN,
    correct: TEN,
    erase: TEN,
    withdraw: FIFTEEN,
    restrict: FIFTEEN,
    object: FIFTEEN,
  },
  extension: { days: 15, certainty: 'stated' },
};
