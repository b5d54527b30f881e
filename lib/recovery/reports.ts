/** The report of the last recovery, kept until long after the person has read it. */
import { type RecoveryReport, recoveryReportSchema } from '../model/canary';
import type { KeptValue } from './ports';

export interface Reports {
  last(): Promise<RecoveryReport | null>;
  /** The last one, if nobody has said yet that it was read. */
  unseen(): Promise<RecoveryReport | null>;
  /** @throws when it cannot be kept; it is told all the same until the program ends. */
  put(report: RecoveryReport): Promise<void>;
  acknowledge(): Promise<void>;
  remove(): Promise<void>;
}

export function createReports(kept: KeptValue): Reports {
  // What could not be kept is at least not kept from the person.
  let fresh: RecoveryReport | null = null;
  const last = async () => fresh ?? recoveryReportSchema.safeParse(await kept.get()).data ?? null;
  const put = async (report: RecoveryReport) => {
    fresh = report;
    await kept.set(report);
    fresh = null;
  };
  return {
    last,
    async unseen() {
      const report = await last();
      return report?.seen === false ? report : null;
    },
    put,
    async acknowledge() {
      const report = await last();
      if (report !== null) await put({ ...report, seen: true });
    },
    remove: () => {
      fresh = null;
      return kept.remove();
    },
  };
}
