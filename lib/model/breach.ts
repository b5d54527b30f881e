/** The clock and checklist for a leak of personal data: when it was noticed and which steps are done. */
import * as z from 'zod';

/** In the order they should be taken. */
export const BREACH_STEPS = ['stop', 'secure', 'assess', 'write', 'report', 'tell', 'learn'] as const;
export type BreachStep = (typeof BREACH_STEPS)[number];

/** Hours to report from discovery (Luật 91/2025/QH15, Art. 23); the figure comes from second-hand sources. */
export const BREACH_HOURS = 72;

export const breachSchema = z.strictObject({
  discoveredAt: z.iso.datetime(),
  done: z.array(z.enum(BREACH_STEPS)).max(BREACH_STEPS.length),
});
export type Breach = z.infer<typeof breachSchema>;
