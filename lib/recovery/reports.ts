/** The report of the last recovery, kept until long after the person has read it. */
import { type RecoveryReport, recoveryReportSchema } from '../model/canary';
import type { KeptValue } from './ports';

export interface Reports {
  last(): Promise<RecoveryReport | null>;
  /** The last one, if nobody has said yet that it was read. */
  unseen(): Promise<RecoveryReport | null>;
  put(report: RecoveryReport): Promise<void>;
  acknowledge(): Promise<void>;
  remove(): Promise<void>;
}

export function createReports(kept: KeptValue): Reports {
  const last = async () => recoveryReportSchema.safeParse(await kept.get()).data ?? null;
  return {
    last,
    async unseen() {
      const report = await last();
      return report?.seen === false ? report : null;
    },
    put: (report) => kept.set(report),
    async acknowledge() {
      const report = await last();
      if (report !== null) await kept.set({ ...report, seen: true });
    },
    remove: () => kept.remove(),
  };
}
