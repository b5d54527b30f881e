/** One page while it is read: its roots, its site and the budget of the pass. */
import type { Site } from '../model/site';
import type { Budget } from './budget';

export interface FoundText {
  node: Text;
  /** The text as labels are compared. */
  folded: string;
  /** Root it stands in. */
  root: Element;
}

export interface Page {
  readonly site: Site;
  readonly budget: Budget;
  /** Path of the address, '' when unknown. */
  readonly path: string;
  /** The address itself narrows the list to a part. */
  readonly narrowed: boolean;
  /** The site's icon selectors as one list. */
  readonly icons: string;
  readonly hasTemplates: boolean;
  readonly memory: {
    /** What was gathered once and is asked for often. */
    texts: FoundText[] | null;
    /** Where something that was read stands: a change elsewhere changes nothing of it. */
    readonly anchors: Set<Element>;
    /** Native lists whose choice was read, with the choice: no mutation tells of another one. */
    readonly choices: Map<HTMLSelectElement, number>;
  };
  readonly roots: readonly Element[];
}
